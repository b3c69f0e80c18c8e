import { createContext, use, useState, type ReactNode } from 'react';
import { useRead } from '../api/useRead.ts';
import { FulfilmentTaskDocument } from '../gql/graphql.ts';
import { AddPart } from './AddPart.tsx';
import { AppointTask, AssignTask, CancelTask, CompleteTask } from './taskDialogs.tsx';
import type { TaskRow } from './task.ts';

const DIALOGS = {
  complete: CompleteTask,
  schedule: AppointTask,
  assign: AssignTask,
  cancel: CancelTask,
  part: AddPart,
} as const;

/** What somebody is asked about a task. */
export type Asking = keyof typeof DIALOGS;

type Ask = (task: TaskRow, asking: Asking) => void;

const Context = createContext<Ask>(() => undefined);

/** Opens a dialog about a task. */
export const useTaskDesk = (): Ask => use(Context);

/**
 * Holds the dialog that is open about one of the tasks in it. It stays, with what was typed, where a colleague finishes the
 * task meanwhile and it leaves the list.
 */
export function TaskDesk({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<{ task: TaskRow; asking: Asking }>();
  const [ask] = useState((): Ask => (task, asking) => setAsked({ task, asking }));
  return (
    <Context value={ask}>
      {children}
      {asked && <Asked {...asked} onClose={() => setAsked(undefined)} />}
    </Context>
  );
}

function Asked({ task, asking, onClose }: { task: TaskRow; asking: Asking; onClose: () => void }) {
  const stands = useRead(FulfilmentTaskDocument, { id: task.id }).data?.fulfilmentTask ?? task;
  const Dialog = DIALOGS[asking];
  return <Dialog task={stands} onClose={onClose} />;
}
