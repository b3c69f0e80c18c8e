import CloseIcon from '@mui/icons-material/Close';
import { IconButton } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useWrite } from '../../api/useWrite.ts';
import { useMayWrite } from '../../auth/useStaff.ts';
import { TouchpointRemoveDocument } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

/** Takes a contact back that was noted by mistake, at any time after; asked first, because it is gone for good. */
export function RemoveTouch({ id, subject }: { id: string; subject: string }) {
  const t = useWords();
  const notify = useNotify();
  const mayWrite = useMayWrite('customers');
  const [asking, setAsking] = useState(false);
  const [remove] = useWrite(TouchpointRemoveDocument);
  if (!mayWrite) return null;
  return (
    <>
      <IconButton
        size="small"
        aria-label={t('customers.touch.remove', { subject })}
        onClick={() => setAsking(true)}
        sx={{ ml: 0.5, my: -0.5 }}
      >
        <CloseIcon fontSize="small" />
      </IconButton>
      <ConfirmDialog
        open={asking}
        title={t('customers.touch.removeTitle')}
        action={t('customers.touch.removeAction')}
        danger
        onConfirm={async () => {
          const { payload } = await remove({ id });
          if (payload) notify('customers.touch.removed', { type: 'success' });
        }}
        onClose={() => setAsking(false)}
      >
        {t('customers.touch.removeText', { subject })}
      </ConfirmDialog>
    </>
  );
}
