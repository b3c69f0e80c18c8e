import { Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useWrite } from '../../api/useWrite.ts';
import { useMayWrite, useStaff } from '../../auth/useStaff.ts';
import { useFormat } from '../../format/useFormat.ts';
import { PolicyCutApproveDocument, PolicyCutRejectDocument } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Panel } from '../../ui/Panel.tsx';
import type { Version } from '../version.ts';
import { CutDetails, type NamedCut } from './CutDetails.tsx';

type Wish = Version['cuts']['nodes'][number];

/** The newest wish to promise less, for the second person to decide on (S11); nothing where there never was one. */
export function CutPanel({ version }: { version: Version }) {
  const [wish] = version.cuts.nodes;
  // what came of it shows in the version itself
  if (!wish || (!wish.retiring && version.status !== 'DRAFT') || version.status === 'RETIRED') return null;
  return <Decide key={wish.id} wish={wish} />;
}

function Decide({ wish }: { wish: Wish }) {
  const t = useWords();
  const format = useFormat();
  const staff = useStaff();
  const mayWrite = useMayWrite('policies');
  const [note, setNote] = useState('');
  const [approve, approving] = useWrite(PolicyCutApproveDocument);
  const [reject, rejecting] = useWrite(PolicyCutRejectDocument);
  const input = { id: wish.id, ...(note.trim() ? { note: note.trim() } : {}) };
  const busy = approving || rejecting;
  const date = format.date(wish.effectiveFrom);
  const pending = wish.status === 'PENDING';
  const own = staff?.email === wish.proposedBy;
  return (
    <Panel
      title={t(wish.retiring ? 'policyGuard.wish.titleRetire' : 'policyGuard.wish.title', { date })}
      tone={wish.status === 'APPROVED' ? 'success' : pending ? 'warning' : undefined}
      action={<Typography color="textSecondary">{t(`values.PolicyCutStatus.${wish.status}`)}</Typography>}
    >
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <Box>
          <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{wish.reason}</Typography>
          <Typography variant="body2" color="textSecondary">
            {t('policyGuard.wish.by', { who: wish.proposedBy, date: format.time(wish.proposedAt) })}
          </Typography>
        </Box>
        <CutDetails
          cuts={wish.cuts as NamedCut[]}
          affected={wish.affected}
          valueAtRisk={wish.valueAtRisk.amount}
          currency={wish.valueAtRisk.currency}
        />
        {wish.decidedBy && wish.decidedAt && (
          <Typography variant="body2" color="textSecondary">
            {t('policyGuard.wish.decided', { who: wish.decidedBy, date: format.time(wish.decidedAt) })}
            {wish.note && ` · ${wish.note}`}
          </Typography>
        )}
        {wish.status === 'APPROVED' && <Typography>{t('policyGuard.wish.approved')}</Typography>}
        {wish.status === 'REJECTED' && <Typography>{t('policyGuard.wish.rejected')}</Typography>}
        {wish.status === 'VOID' && <Typography>{t('policyGuard.wish.void')}</Typography>}
        {pending && own && <Typography>{t('policyGuard.wish.own')}</Typography>}
        {pending && !own && mayWrite && (
          <>
            <TextField
              label={t('policyGuard.wish.note')}
              value={note}
              onChange={(event) => setNote(event.target.value)}
              multiline
            />
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              <Button variant="contained" disabled={busy} onClick={() => void approve(input)}>
                {t('policyGuard.wish.approve')}
              </Button>
              <Button variant="outlined" disabled={busy} onClick={() => void reject(input)}>
                {t('policyGuard.wish.reject')}
              </Button>
            </Box>
          </>
        )}
      </Box>
    </Panel>
  );
}
