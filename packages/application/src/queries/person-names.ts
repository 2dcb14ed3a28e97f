/** What people call the users with these ids. Ids of nobody, and names that are no ids, are left out. */
export type PersonNames = (ids: readonly (string | null)[]) => Promise<ReadonlyMap<string, string>>;

/** The name of somebody; the id itself where it is a name already. */
export function nameIn(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? id);
}
