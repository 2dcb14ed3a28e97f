import { DEFAULT_FILTER, type ListFilter, readFilter, writeFilter } from './list-filter.ts';

/** A set of filters with a name, as the search part of an address. */
export interface View {
  readonly name: string;
  readonly search: string;
}

/** @param userId who is signed in; null where nobody signs in, and nothing is anybody's */
export function builtInViews(userId: string | null, now: number): readonly View[] {
  const view = (name: string, filter: Partial<ListFilter>): View => ({
    name,
    search: writeFilter({ ...DEFAULT_FILTER, ...filter }).toString(),
  });
  return [
    view('Unresolved', {}),
    ...(userId === null ? [] : [view('Mine', { assignee: userId })]),
    view('Critical', { severity: ['critical'] }),
    view('Opened and resolved this week', {
      status: ['resolved'],
      from: startOfWeek(now).toISOString(),
      sort: '-updated_at',
    }),
  ];
}

/** The view that these filters are, however they are written. */
export function viewOf(views: readonly View[], filter: ListFilter): View | null {
  const search = writeFilter(filter).toString();
  return views.find((view) => normal(view.search) === search) ?? null;
}

/** Adds a view; one of the same name is replaced. */
export function withView(views: readonly View[], view: View): readonly View[] {
  return [...views.filter(({ name }) => name !== view.name), view];
}

/** Views from the browser's storage, where anything may stand. */
export function readViews(stored: string | undefined): View[] {
  try {
    const value: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(value) ? value.filter(isView) : [];
  } catch {
    return [];
  }
}

function isView(value: unknown): value is View {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'search' in value &&
    typeof value.search === 'string'
  );
}

function normal(search: string): string {
  return writeFilter(readFilter(new URLSearchParams(search))).toString();
}

/** Monday at midnight, where the person is. */
function startOfWeek(now: number): Date {
  const day = new Date(now);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - ((day.getDay() + 6) % 7));
  return day;
}
