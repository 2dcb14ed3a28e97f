/** What a command has of its process. */
export interface Terminal {
  /** Aborted when the process is asked to stop. */
  readonly signal: AbortSignal;
  readonly print: (line: string) => void;
  /** Shows a line in the place of the one that it showed before; nothing where nobody sits at a terminal. */
  readonly progress: (line: string) => void;
  readonly printError: (line: string) => void;
  /** All that the standard input holds, to its end. */
  readonly readInput: () => Promise<string>;
}

/** What keeps Klaxon from starting and a person can mend; the message says how. */
export class CannotStartError extends Error {
  override readonly name = 'CannotStartError';
}
