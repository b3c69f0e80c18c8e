import { useCallback, useContext, useEffect, useState } from 'react';
import { UNSAFE_NavigationContext } from 'react-router';
import { guardBack } from '../shell/backGuard.ts';

type Navigator = React.ContextType<typeof UNSAFE_NavigationContext>['navigator'];
type Ask = (go: () => void) => void;

/** Going back is answered later; from then on the guards hold again. */
const LET_THROUGH_MS = 500;

/** Whoever has something unsaved on the page, the latest last: a page may hold several forms, and asks only once. */
const asking: Ask[] = [];
let open = false;
let release: (() => void) | undefined;

const letThrough = () => {
  open = true;
  setTimeout(() => (open = false), LET_THROUGH_MS);
};

function hold(navigator: Navigator): () => void {
  const { push, replace } = navigator;
  const elsewhere = (to: Parameters<typeof push>[0]) =>
    (typeof to === 'string' ? to.split(/[?#]/)[0] : to.pathname) !== window.location.pathname;
  const held =
    (original: typeof push): typeof push =>
    (...args) => {
      if (open || !elsewhere(args[0])) return original(...args);
      asking.at(-1)?.(() => original(...args));
    };
  navigator.push = held(push);
  navigator.replace = held(replace);
  const here = window.location.href;
  let returning = false;
  const back = (event: PopStateEvent) => {
    if (open) return;
    event.stopImmediatePropagation();
    if (returning) {
      returning = false;
      return;
    }
    if (window.location.href === here) return;
    returning = true;
    window.history.forward();
    asking.at(-1)?.(() => window.history.back());
  };
  const close = (event: BeforeUnloadEvent) => {
    if (!open) event.preventDefault();
  };
  const unguard = guardBack(back);
  window.addEventListener('beforeunload', close);
  return () => {
    navigator.push = push;
    navigator.replace = replace;
    unguard();
    window.removeEventListener('beforeunload', close);
  };
}

/**
 * Holds back leaving the page while something is not saved: links, the palette and the browser's own "back" wait for
 * an answer, closing the tab asks in the browser's words.
 *
 * The router around the dashboard is not a data router, whose blocker could do this; so its navigator is asked to wait.
 */
export function useLeaveGuard(active: boolean) {
  const { navigator } = useContext(UNSAFE_NavigationContext);
  const [waiting, setWaiting] = useState<{ go: () => void } | undefined>();

  useEffect(() => {
    if (!active) return;
    const ask: Ask = (go) => setWaiting({ go });
    asking.push(ask);
    release ??= hold(navigator);
    return () => {
      asking.splice(asking.indexOf(ask), 1);
      if (asking.length > 0) return;
      release?.();
      release = undefined;
    };
  }, [active, navigator]);

  /** Goes where the person wanted to; whoever saved and goes on by themselves calls it first. */
  const leave = useCallback(() => {
    letThrough();
    waiting?.go();
    setWaiting(undefined);
  }, [waiting]);
  return { asking: waiting !== undefined, leave, stay: () => setWaiting(undefined) };
}
