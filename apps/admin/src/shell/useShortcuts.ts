import { useEffect } from 'react';

interface Shortcuts {
  palette(): void;
  keys(): void;
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/**
 * The keys that work on every page. A page offers its search field and its "new" button by marking them
 * `data-shortcut="search"` and `data-shortcut="new"`; single letters rest while somebody types or a dialog is open.
 */
export function useShortcuts({ palette, keys }: Shortcuts): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        palette();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || typing(event.target)) return;
      if (document.querySelector('[role="dialog"]')) return;
      const act = { '?': keys, '/': () => focus('search'), n: () => click('new') }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}

const offered = (name: string) => document.querySelector<HTMLElement>(`main [data-shortcut="${name}"]`);

function focus(name: string): void {
  const element = offered(name);
  (element?.querySelector('input') ?? element)?.focus();
}

function click(name: string): void {
  offered(name)?.click();
}
