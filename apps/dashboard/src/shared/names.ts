/** What people call what has this id; any other text as it is. */
export function namesIn(
  named: readonly { readonly id: string; readonly name: string }[],
): (id: string) => string {
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
