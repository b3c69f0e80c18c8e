/** Takes back what was done last, and may be called only once. */
type Undo = () => void;

/**
 * Ctrl+Z for what a button removed. The browser's own undo knows only what was typed, and after a removal would change
 * some other field; once something is typed again, it is right again, and this gives way.
 */
export function undoKeys(page: EventTarget) {
  const offered: Undo[] = [];
  const forget = () => {
    offered.length = 0;
    page.removeEventListener('keydown', press, true);
    page.removeEventListener('input', forget, true);
  };
  const withdraw = (undo: Undo) => {
    const at = offered.indexOf(undo);
    if (at >= 0) offered.splice(at, 1);
    if (offered.length === 0) forget();
  };
  const press = (event: Event) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event as KeyboardEvent;
    if (!(ctrlKey || metaKey) || shiftKey || altKey || key.toLowerCase() !== 'z') return;
    const undo = offered.at(-1);
    if (!undo) return;
    event.preventDefault();
    withdraw(undo);
    undo();
  };
  return {
    /** The answer withdraws it, for when it was taken back by another way. */
    offer(undo: Undo): () => void {
      if (offered.length === 0) {
        page.addEventListener('keydown', press, true);
        page.addEventListener('input', forget, true);
      }
      offered.push(undo);
      return () => withdraw(undo);
    },
    /** What was offered belongs to a page that is gone. */
    forget,
  };
}

let keys: ReturnType<typeof undoKeys> | undefined;

/** Those of the window's document. */
export const pageUndo = () => (keys ??= undoKeys(document));
