const DAY = 86_400_000;

/** How long a key can be good for, in days; nothing for good. */
export const LIFETIMES = [
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
  { value: '', label: 'Never' },
] as const;

/** When a key ends that is made now, as the API wants it. */
export function expiryOf(days: string, now: number): string | null {
  return days === '' ? null : new Date(now + Number(days) * DAY).toISOString();
}
