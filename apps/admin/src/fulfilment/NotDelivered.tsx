import { Alert } from '@mui/material';
import { useRead } from '../api/useRead.ts';
import { useFormat } from '../format/useFormat.ts';
import { FulfilmentAwaitedDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import type { TaskRow } from './task.ts';

/** Says, before a task is recorded as done, which of its goods nobody has delivered yet. It may be recorded all the same. */
export function NotDelivered({ task }: { task: Pick<TaskRow, 'id'> }) {
  const t = useWords();
  const format = useFormat();
  const goods = useRead(FulfilmentAwaitedDocument, { id: task.id }).data?.fulfilmentAwaited ?? [];
  if (goods.length === 0) return null;
  return <Alert severity="warning">{t('fulfilment.complete.awaited', { goods: format.list(goods) })}</Alert>;
}
