/** The same parameters, on the first page. */
export function firstPage(parameters: URLSearchParams): URLSearchParams {
  const changed = new URLSearchParams(parameters);
  for (const name of PLACES) changed.delete(name);
  return changed;
}

/** Parameters that say where in a list somebody is, not what is in it. */
export const PLACES: readonly string[] = ['cursor', 'offset'];

/** The same parameters with another value of one, none where it is empty; from the first page on. */
export function withParameter(
  parameters: URLSearchParams,
  name: string,
  value: string,
): URLSearchParams {
  const changed = firstPage(parameters);
  if (value === '') changed.delete(name);
  else changed.set(name, value);
  return changed;
}
