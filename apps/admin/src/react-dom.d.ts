// react-dom ships no types of its own and its type package is not among the pinned parts: this is all we call.
declare module 'react-dom/client' {
  import type { ReactNode } from 'react';
  export function createRoot(container: Element): { render(children: ReactNode): void; unmount(): void };
}
