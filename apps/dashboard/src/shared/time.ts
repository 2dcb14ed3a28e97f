const DATE_TIME = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** Times of the API are RFC 3339; people see their own zone and habits. */
export function formatDateTime(at: string | number): string {
  return DATE_TIME.format(new Date(at));
}

const UNITS = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;

/** A number and its unit stay on one line. */
const UNBROKEN = '\u00a0';

/** The two largest units: `2 h 5 min`. Seconds that are not known are a dash. */
export function formatDuration(seconds: number | null): string {
  if (seconds === null) return '–';
  const whole = Math.max(0, Math.round(seconds));
  const first = UNITS.findIndex(([, size]) => whole >= size);
  if (first === -1) return `0${UNBROKEN}s`;
  let rest = whole;
  return UNITS.slice(first, first + 2)
    .map(([unit, size]) => {
      const amount = Math.floor(rest / size);
      rest -= amount * size;
      return amount > 0 ? `${amount}${UNBROKEN}${unit}` : '';
    })
    .filter(Boolean)
    .join(' ');
}

/** How long ago, to the minute once it is more than one. */
export function formatAgo(at: string, now: number): string {
  const seconds = (now - Date.parse(at)) / 1_000;
  if (seconds < 5) return 'just now';
  return `${formatDuration(seconds < 60 ? seconds : Math.floor(seconds / 60) * 60)} ago`;
}
