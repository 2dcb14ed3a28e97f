import { describeError, isProblem } from '../api/problem.ts';

/** What was wrong with each field of a form, and what stands at none of them. */
export interface FormFaults {
  /** To be shown at the field of this path; false where nothing was wrong with it. */
  at(path: string): string | false;
  /** To be shown for the form as a whole. */
  readonly rest: string | null;
}

/** @param paths of the fields that the form has, as the API spells them */
export function faultsOf(error: unknown, paths: readonly string[]): FormFaults {
  const faults = isProblem(error) ? error.errors : [];
  const at = (path: string) => {
    const messages = faults.filter((fault) => isAt(fault.path, path)).map(({ message }) => message);
    return messages.length > 0 && sentence(messages);
  };
  const others = faults.filter((fault) => !paths.some((path) => isAt(fault.path, path)));
  if (!error) return { at, rest: null };
  if (faults.length === 0) return { at, rest: describeError(error) };
  const rest = others.map(({ path, message }) => `${path} ${message}`);
  return { at, rest: rest.length > 0 ? sentence(rest) : null };
}

/** A list is one field: `config.to.0` is a fault of `config.to`. */
function isAt(faulty: string, path: string): boolean {
  return faulty === path || faulty.startsWith(`${path}.`);
}

function sentence(parts: readonly string[]): string {
  const text = [...new Set(parts)].join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
