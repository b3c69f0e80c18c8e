import { useState, type ReactNode } from 'react';
import { LeaveDialog } from './LeaveDialog.tsx';

/**
 * For a dialog in which something can be typed: a slip beside it, or the Escape key, asks before that is lost.
 *
 * @returns `onClose` for the dialog itself (what its buttons do is meant), and the question, to be drawn in it.
 */
export function useCloseGuard(
  isUnsaved: () => boolean,
  close: () => void,
): { onClose: () => void; question: ReactNode } {
  const [asking, setAsking] = useState(false);
  const stay = () => setAsking(false);
  const leave = () => {
    stay();
    close();
  };
  return {
    onClose: () => (isUnsaved() ? setAsking(true) : close()),
    question: <LeaveDialog guard={{ asking, stay, leave }} />,
  };
}
