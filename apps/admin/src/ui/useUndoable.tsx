import { useEffect, useRef } from 'react';
import { useNotify } from 'react-admin';
import { UndoAction } from './UndoAction.tsx';
import { pageUndo } from './undoKey.ts';

const UNDO_FOR_MS = 10_000;

/** What is said of it: other things may have been changed, or removed, before. */
const BACK = 'shell.form.broughtBack';

/**
 * Says what a button removed, with the way back: the button beside it, or Ctrl+Z. The answer takes the offer back, for when
 * it could not be kept any more.
 */
function useUndoable(): (message: string, undo: () => void) => () => void {
  const notify = useNotify();
  return (message, undo) => {
    const over = new AbortController();
    const withdraw = pageUndo().offer(() => {
      undo();
      over.abort();
      notify(BACK, { type: 'info' });
    });
    const press = async () => {
      withdraw();
      undo();
    };
    notify(<UndoAction message={message} undo={press} undone={BACK} over={over.signal} />, {
      type: 'info',
      autoHideDuration: UNDO_FOR_MS,
      // whoever works on has not decided yet: a click elsewhere does not take the offer away
      onClose: (_event: unknown, reason: string) => {
        if (reason !== 'clickaway') over.abort();
      },
    });
    return () => {
      withdraw();
      over.abort();
    };
  };
}

/**
 * The same for what stands in a part of the page: once that is gone, it may be changed elsewhere, and an undo from here
 * would overwrite that; so its offers go with it.
 */
export function useUndoableHere(): (message: string, undo: () => void) => () => void {
  const undoable = useUndoable();
  const offered = useRef<(() => void)[]>([]);
  useEffect(() => {
    const offers = offered.current;
    return () => offers.forEach((withdraw) => withdraw());
  }, []);
  return (message, undo) => {
    const withdraw = undoable(message, undo);
    offered.current.push(withdraw);
    return withdraw;
  };
}
