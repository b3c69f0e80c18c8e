import type { PartUsed } from '@perennial/domain/fulfilment/task';
import { useWrite } from '../api/useWrite.ts';
import { FulfilmentPartsDocument } from '../gql/graphql.ts';
import type { TaskRow } from './task.ts';

type Part = Pick<PartUsed, 'quantity' | 'serialOut' | 'serialIn'> & { productId: string };

/** Writes the list of parts of a task, and whether that is on its way. `say` as in `useWrite`. */
export function useParts(task: Pick<TaskRow, 'id' | 'version'>, { say }: { say: boolean }) {
  const [save, busy] = useWrite(FulfilmentPartsDocument, { say });
  const write = (list: readonly Part[]) =>
    save({
      id: task.id,
      version: task.version,
      parts: list.map(({ productId, quantity, serialOut, serialIn }) => ({
        productId: productId.startsWith('Product_') ? productId : `Product_${productId}`,
        quantity,
        serialOut,
        serialIn,
      })),
    });
  return [write, busy] as const;
}
