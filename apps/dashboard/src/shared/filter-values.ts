/** Whether it is a label that the API can filter by: `name=value`. */
export function isLabel(text: string): boolean {
  return /^[^=]+=/.test(text) && text.length <= 8_192;
}

/** A time that an address names; null where it names none. */
export function readTime(text: string | null): string | null {
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
