/** From 0 to 1. Spreads load; decides nothing that must be hard to guess. */
export const systemRandom = (): number => Math.random();
