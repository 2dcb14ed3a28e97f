/** How many items the address passes over; what is no number passes over none. */
export function offsetOf(text: string): number {
  const offset = Number(text);
  return Number.isInteger(offset) && offset > 0 ? offset : 0;
}
