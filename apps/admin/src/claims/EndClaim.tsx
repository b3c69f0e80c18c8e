import { remediesInReview } from '@perennial/domain/claims/review';
import { Typography } from '@mui/material';
import { RadioButtonGroupInput, SelectInput, TextInput, required } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import {
  ClaimReviewDecideDocument,
  ClaimSettleDocument,
  ClaimWithdrawDocument,
  type Remedy,
  type ReviewOutcome,
} from '../gql/graphql.ts';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import type { Claim } from './claim.ts';

export type Ending = 'review' | 'settle' | 'withdraw';

interface Props {
  claim: Claim;
  how: Ending | undefined;
  onClose: () => void;
}

/** What people do with a claim: look at it and decide, do what was decided, or let go of it. */
export function EndClaim({ claim, how, onClose }: Props) {
  const t = useWords();
  const [withdraw] = useWrite(ClaimWithdrawDocument, { say: false });
  const { id, version } = claim;
  return (
    <>
      <Review claim={claim} open={how === 'review'} onClose={onClose} />
      <Settle claim={claim} open={how === 'settle'} onClose={onClose} />
      <FormDialog<{ reason: string }>
        open={how === 'withdraw'}
        title={t('claims.withdraw.title')}
        action={t('claims.withdraw.action')}
        maxWidth="xs"
        onClose={onClose}
        onSubmit={async ({ reason }) => (await withdraw({ id, version, reason })).errors}
      >
        <TextInput
          source="reason"
          label={t('claims.withdraw.reason')}
          validate={required()}
          helperText={false}
          multiline
          minRows={2}
        />
      </FormDialog>
    </>
  );
}

interface DialogProps {
  claim: Claim;
  open: boolean;
  onClose: () => void;
}

function Review({ claim, open, onClose }: DialogProps) {
  const t = useWords();
  const [decide] = useWrite(ClaimReviewDecideDocument, { say: false });
  const { id, version } = claim;
  return (
    <FormDialog<{ outcome: ReviewOutcome; remedy?: Remedy; reason: string }>
      open={open}
      title={t('claims.review.title')}
      action={t('claims.review.action')}
      values={{ outcome: 'ALLOWED' }}
      onClose={onClose}
      onSubmit={async ({ outcome, remedy, reason }) =>
        (await decide({ id, version, outcome, remedy: remedy ?? null, reason })).errors
      }
    >
      <RadioButtonGroupInput
        source="outcome"
        label={t('claims.review.outcome')}
        row={false}
        helperText={false}
        choices={(['ALLOWED', 'REFUSED'] as const).map((each) => ({
          id: each,
          name: t(`values.ClaimOutcome.${each}`),
        }))}
      />
      <SelectInput
        source="remedy"
        label={t('claims.review.remedy')}
        helperText={t('claims.review.remedyHint')}
        emptyText={t('claims.review.asPromised')}
        choices={remediesInReview(claim.kind, claim.claimLines.nodes).map((each) => ({
          id: each,
          name: t(`values.Remedy.${each}`),
        }))}
      />
      <TextInput
        source="reason"
        label={t('claims.review.reason')}
        validate={required()}
        helperText={t('claims.review.reasonHint')}
        multiline
        minRows={2}
      />
    </FormDialog>
  );
}

function Settle({ claim, open, onClose }: DialogProps) {
  const t = useWords();
  const format = useFormat();
  const [settle] = useWrite(ClaimSettleDocument, { say: false });
  const { id, version, refund } = claim;
  // a repair puts parts in as well (零部件, C18)
  const replaced = claim.claimLines.nodes.filter(
    (line) => line.outcome === 'ALLOWED' && (line.remedy === 'REPLACE' || line.remedy === 'REPAIR'),
  );
  return (
    <FormDialog<{ refundPaid?: { amount?: number }; lines?: { serialReplacement?: string }[] }>
      open={open}
      title={t('claims.settle.title')}
      action={t('claims.settle.action')}
      values={{ refundPaid: { amount: refund.amount } }}
      onClose={onClose}
      onSubmit={async ({ refundPaid, lines }) => {
        const serials = replaced.flatMap((line, index) => {
          const serialReplacement = lines?.[index]?.serialReplacement;
          return serialReplacement ? [{ id: line.id, serialReplacement }] : [];
        });
        const paid = refund.amount > 0 ? { amount: refundPaid?.amount ?? 0, currency: refund.currency } : null;
        return (await settle({ id, version, refundPaid: paid, lines: serials })).errors;
      }}
    >
      {refund.amount > 0 ? (
        <MoneyInput
          source="refundPaid.amount"
          label={t('claims.paid')}
          currency={refund.currency}
          helperText={t('claims.settle.atLeast', { amount: format.money(refund.amount, refund.currency) })}
        />
      ) : (
        <Typography>{t('claims.settle.done')}</Typography>
      )}
      {replaced.map((line, index) => (
        <TextInput
          key={line.id}
          source={`lines.${index}.serialReplacement`}
          label={t('claims.serial.replacementOf', { code: line.code })}
          helperText={line.serialFailed ? t('claims.serial.insteadOf', { serial: line.serialFailed }) : false}
        />
      ))}
    </FormDialog>
  );
}
