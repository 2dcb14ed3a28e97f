/** The name of what is folded away, and how much of it is set. */
export function countLabel(label: string, count: number): string {
  return count > 0 ? `${label} (${count})` : label;
}
