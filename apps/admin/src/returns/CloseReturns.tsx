import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { TextInput, required, useNotify } from 'react-admin';
import type { FieldErrors } from '../api/errors.ts';
import { useWrite } from '../api/useWrite.ts';
import { ReturnsCloseDocument, ReturnsReopenDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { UndoAction } from '../ui/UndoAction.tsx';

/** As many as the server closes at once. */
const AT_ONCE = 100;
/** Long enough to read how many they were. */
const UNDO_FOR = 15_000;

/** Closes the returns that were picked, all for one reason, and offers the way back. */
export function CloseReturns({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const t = useWords();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const [progress, setProgress] = useState<number | undefined>();
  const [close] = useWrite(ReturnsCloseDocument, { say: false });
  const reopen = useReopen();
  const run = async ({ reason }: { reason: string }): Promise<FieldErrors | undefined> => {
    const closed: string[] = [];
    let errors: FieldErrors | undefined;
    for (let from = 0; from < ids.length && !errors; from += AT_ONCE) {
      setProgress(from);
      const written = await close({ ids: ids.slice(from, from + AT_ONCE), reason });
      errors = written.errors;
      closed.push(...(written.payload?.closed ?? []));
    }
    setProgress(undefined);
    if (closed.length > 0) {
      const message = t('policies.returns.closedMany', { smart_count: closed.length });
      const undone = t('policies.returns.reopened', { smart_count: closed.length });
      notify(<UndoAction message={message} undo={() => reopen(closed)} undone={undone} />, {
        type: 'success',
        autoHideDuration: UNDO_FOR,
      });
    }
    if (!errors) onDone();
    return errors;
  };
  return (
    <>
      <Button variant="contained" onClick={() => setAsking(true)} aria-haspopup="dialog">
        {t('policies.returns.closeMany')}
      </Button>
      <FormDialog<{ reason: string }>
        open={asking}
        title={t('policies.returns.closing.titleMany', { smart_count: ids.length })}
        action={t('policies.returns.closing.actionMany')}
        maxWidth="xs"
        onClose={() => setAsking(false)}
        onSubmit={run}
      >
        <Typography>{t('policies.returns.closing.textMany')}</Typography>
        <TextInput
          source="reason"
          label={t('policies.returns.closing.reason')}
          helperText={t('policies.returns.closing.reasonHint')}
          validate={required()}
          multiline
          minRows={2}
          autoFocus
        />
        {progress !== undefined && (
          <Typography role="status">
            {t('policies.returns.closing.progress', { done: progress, total: ids.length })}
          </Typography>
        )}
      </FormDialog>
    </>
  );
}

/** Opens again what was closed, as many at once as the server takes. */
export function useReopen(): (ids: readonly string[]) => Promise<void> {
  const [reopen] = useWrite(ReturnsReopenDocument);
  return async (ids) => {
    for (let from = 0; from < ids.length; from += AT_ONCE) await reopen({ ids: ids.slice(from, from + AT_ONCE) });
  };
}
