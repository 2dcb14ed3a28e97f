/** The same parameters with another value of one, none where it is empty; from the first page on. */
export function withParameter(
  parameters: URLSearchParams,
  name: string,
  value: string,
): URLSearchParams {
  const changed = new URLSearchParams(parameters);
  changed.delete('cursor');
  changed.delete('offset');
  if (value === '') changed.delete(name);
  else changed.set(name, value);
  return changed;
}
