type Guard = (event: PopStateEvent) => void;

let guard: Guard | undefined;

/**
 * Lets a page look at the browser's "back" before the router does. The router has its ear on the window from its first
 * drawing on, and whoever listens later hears it later; so this is called before.
 */
export function watchBack(): void {
  window.addEventListener('popstate', (event) => guard?.(event));
}

/** Sets the guard; the answer takes it away again. */
export function guardBack(mine: Guard): () => void {
  guard = mine;
  return () => {
    if (guard === mine) guard = undefined;
  };
}
