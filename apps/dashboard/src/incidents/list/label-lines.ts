/** Labels as somebody types them, one `name=value` a line; the line that is none is told by its number. */
export function readLabelLines(
  text: string,
): { readonly labels: Readonly<Record<string, string>> } | { readonly fault: string } {
  const lines = text.split('\n').map((line) => line.trim());
  const faulty = lines.findIndex((line) => line !== '' && !/^[^=\s][^=]*=/.test(line));
  if (faulty !== -1) return { fault: `Line ${faulty + 1} is not of the form name=value.` };
  const entries = lines
    .filter((line) => line !== '')
    .map((line): [string, string] => {
      const equals = line.indexOf('=');
      return [line.slice(0, equals).trim(), line.slice(equals + 1).trim()];
    });
  return { labels: Object.fromEntries(entries) };
}
