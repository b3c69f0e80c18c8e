import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useWrite } from '../../api/useWrite.ts';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { PolicyVersionRetireDocument } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { AskApproval } from '../guard/AskApproval.tsx';
import type { Version } from '../version.ts';

/** Ends a version; where nothing follows it, that is a promise of less and needs a second person (S11). */
export function RetireDialog({ version, onClose }: { version: Version; onClose: () => void }) {
  const t = useWords();
  const id = useId();
  const { asOf } = useBusiness();
  const earliest = version.effectiveFrom > asOf ? version.effectiveFrom : asOf;
  const [on, setOn] = useState(earliest);
  const [retire, busy] = useWrite(PolicyVersionRetireDocument);
  const go = async () => {
    const { payload } = await retire({ id: version.id, version: version.version, on });
    if (payload) onClose();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id}>{t('policies.retire.title', { number: version.number })}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
          <Typography>{t('policies.retire.text')}</Typography>
          <TextField
            type="date"
            label={t('policies.retire.on')}
            value={on}
            onChange={(event) => setOn(event.target.value)}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: earliest } }}
          />
          {on >= earliest && <AskApproval versionId={version.id} effectiveFrom={on} retiring onAsked={onClose} />}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('shell.form.cancel')}</Button>
        <Button variant="contained" disabled={busy || on < earliest} onClick={() => void go()}>
          {t('policies.retire.action')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
