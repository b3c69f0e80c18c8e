import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import { UNSAFE_NavigationContext } from 'react-router';
import { guardBack } from '../../shell/backGuard.ts';

/**
 * Holds back leaving the page while something is not saved: links, the palette and the browser's own "back" wait for
 * an answer, closing the tab asks in the browser's words.
 *
 * The router around the dashboard is not a data router, whose blocker could do this; so its navigator is asked to wait.
 */
export function useLeaveGuard(active: boolean) {
  const { navigator } = useContext(UNSAFE_NavigationContext);
  const [waiting, setWaiting] = useState<{ go: () => void } | undefined>();
  const open = useRef(false);

  useEffect(() => {
    if (!active) return;
    const { push, replace } = navigator;
    const elsewhere = (to: Parameters<typeof push>[0]) =>
      (typeof to === 'string' ? to.split(/[?#]/)[0] : to.pathname) !== window.location.pathname;
    const hold =
      (original: typeof push): typeof push =>
      (...args) => {
        if (open.current || !elsewhere(args[0])) return original(...args);
        setWaiting({ go: () => original(...args) });
      };
    navigator.push = hold(push);
    navigator.replace = hold(replace);
    const here = window.location.href;
    let returning = false;
    const back = (event: PopStateEvent) => {
      if (open.current) return;
      event.stopImmediatePropagation();
      if (returning) {
        returning = false;
        return;
      }
      if (window.location.href === here) return;
      returning = true;
      window.history.forward();
      setWaiting({ go: () => window.history.back() });
    };
    const close = (event: BeforeUnloadEvent) => {
      if (!open.current) event.preventDefault();
    };
    const unguard = guardBack(back);
    window.addEventListener('beforeunload', close);
    return () => {
      navigator.push = push;
      navigator.replace = replace;
      unguard();
      window.removeEventListener('beforeunload', close);
    };
  }, [active, navigator]);

  const leave = useCallback(() => {
    open.current = true;
    waiting?.go();
    setWaiting(undefined);
    // going back is answered later; from then on the guard holds again
    setTimeout(() => (open.current = false), 500);
  }, [waiting]);
  return { asking: waiting !== undefined, leave, stay: () => setWaiting(undefined) };
}
