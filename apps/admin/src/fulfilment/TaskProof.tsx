import { Link, Typography } from '@mui/material';
import { claimsOf } from '@perennial/domain/fulfilment/task';
import { Link as RouterLink } from 'react-router';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { proofOf, type TaskRow } from './task.ts';

/** The proof that a task was done, if it was: what was done, who signed for it, or the claims it was done with. */
export function TaskProof({ task }: { task: Pick<TaskRow, 'proof'> }) {
  const t = useWords();
  const format = useFormat();
  const proof = proofOf(task);
  if (!proof) return null;
  return (
    <Typography>
      {proof.note && format.pair(t('fulfilment.proof'), proof.note)}{' '}
      {proof.signedBy && t('fulfilment.signed', { who: proof.signedBy })}
      {claimsOf(proof).map(({ id: claim, number }) => (
        <Link key={claim} component={RouterLink} to={`/claims/${encodeURIComponent(claim)}/show`} sx={{ mr: 1 }}>
          {t('fulfilment.byClaim', { number })}
        </Link>
      ))}
    </Typography>
  );
}
