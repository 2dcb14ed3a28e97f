/** Stops with names, run last in, first out: what was started last depends on what came before. */
export interface Teardown {
  onStop(name: string, stop: () => unknown): void;
  /** Runs every stop, also when one fails; the failures are told to `report`. */
  stop(report: (name: string, error: unknown) => void): Promise<void>;
}

export function createTeardown(): Teardown {
  const stops: { readonly name: string; readonly stop: () => unknown }[] = [];
  return {
    onStop(name, stop) {
      stops.push({ name, stop });
    },
    async stop(report) {
      for (let next = stops.pop(); next; next = stops.pop()) {
        try {
          await next.stop();
        } catch (error) {
          report(next.name, error);
        }
      }
    },
  };
}
