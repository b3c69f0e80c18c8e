import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material';
import { earliestRetirement } from '@perennial/domain/policies/version';
import { useId, useState } from 'react';
import { useRead } from '../../api/useRead.ts';
import { useWrite } from '../../api/useWrite.ts';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { PolicyVersionCutOfDocument, PolicyVersionRetireDocument } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { useCloseGuard } from '../../ui/useCloseGuard.tsx';
import { phrasesAround } from '../editor/words.ts';
import { AskApproval } from '../guard/AskApproval.tsx';
import type { Version } from '../version.ts';

/** Ends a version; where nothing follows it, that is a promise of less and needs a second person (S11). */
export function RetireDialog({ version, onClose }: { version: Version; onClose: () => void }) {
  const t = useWords();
  const format = useFormat();
  const id = useId();
  const { latestDay } = useBusiness();
  const earliest = earliestRetirement(version, latestDay);
  const [on, setOn] = useState(earliest);
  const [reason, setReason] = useState('');
  const guard = useCloseGuard(() => reason.trim() !== '', onClose);
  const [retire, busy] = useWrite(PolicyVersionRetireDocument);
  // shared with the panel below: the button waits for the second person
  const cut = useRead(
    PolicyVersionCutOfDocument,
    { id: version.id, effectiveFrom: on, retiring: true },
    { enabled: on >= earliest, keep: true },
  ).data?.policyVersionCut;
  const clear = cut !== undefined && (cut.approved || (cut.cuts as unknown[]).length === 0);
  const pending = version.cuts.nodes.some(
    (each) => each.retiring && each.status === 'PENDING' && each.effectiveFrom === on,
  );
  // an emptied field reads as no day at all
  const badDay =
    on === ''
      ? t('errors.BAD_DATE')
      : on < earliest
        ? t('errors.RETIRED_IN_THE_PAST', { earliest: format.date(earliest) })
        : undefined;
  const go = async () => {
    const { payload } = await retire({ id: version.id, version: version.version, on });
    if (payload) onClose();
  };
  return (
    <Dialog open onClose={guard.onClose} aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id}>{t('policies.retire.title', { number: version.number })}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
          <Typography>{t('policies.retire.text')}</Typography>
          <TextField
            type="date"
            label={t('policies.retire.on')}
            value={on}
            onChange={(event) => setOn(event.target.value)}
            error={badDay !== undefined}
            helperText={badDay}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: earliest } }}
          />
          {pending && <Typography>{t('policyGuard.cut.asked')}</Typography>}
          {!badDay && !pending && (
            <AskApproval
              versionId={version.id}
              effectiveFrom={on}
              phrases={phrasesAround(version, [])}
              retiring
              reason={reason}
              onReason={setReason}
              onAsked={onClose}
            />
          )}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('shell.form.cancel')}</Button>
        <Button variant="contained" disabled={busy || badDay !== undefined || !clear} onClick={() => void go()}>
          {t('policies.retire.action')}
        </Button>
      </DialogActions>
      {guard.question}
    </Dialog>
  );
}
