const undoings = new Set<() => void>();

process.on('exit', () => {
  for (const undo of undoings) undo();
});

/** Does it when this process ends, however it comes to that; answers how to call it off. */
export function onExit(undo: () => void): () => void {
  undoings.add(undo);
  return () => void undoings.delete(undo);
}
