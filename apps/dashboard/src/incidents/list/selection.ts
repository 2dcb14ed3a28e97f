export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins: what was last chosen by itself. */
  readonly anchor: string | null;
}

export const NOTHING: Selection = { ids: new Set(), anchor: null };

/**
 * The selection after a click on the box of `id`.
 *
 * @param order all ids as they are listed
 * @param range whether the click goes from the anchor to here: then all between take the state of `id`
 */
export function toggle(
  { ids, anchor }: Selection,
  order: readonly string[],
  id: string,
  range: boolean,
): Selection {
  const on = !ids.has(id);
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const to = order.indexOf(id);
  const touched =
    range && from !== -1 ? order.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
  const next = new Set(ids);
  for (const one of touched) {
    if (on) next.add(one);
    else next.delete(one);
  }
  return { ids: next, anchor: id };
}

export function toggleAll({ ids }: Selection, order: readonly string[]): Selection {
  return order.every((id) => ids.has(id)) ? NOTHING : { ids: new Set(order), anchor: null };
}

/**
 * Where a step leads, not past either end.
 *
 * @param place where somebody was whose incident went away: a step leads to those beside it
 */
export function step(
  order: readonly string[],
  current: string | null,
  by: 1 | -1,
  place = 0,
): string | null {
  const found = current === null ? -1 : order.indexOf(current);
  const index = found === -1 && by === 1 ? place - 1 : found === -1 ? place : found;
  return order[Math.min(Math.max(index + by, 0), order.length - 1)] ?? null;
}
