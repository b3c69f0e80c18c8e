import { Box, Button, Typography } from '@mui/material';
import { chargeName } from '@perennial/domain/claims/charge-name';
import { claimSentencesOf } from '@perennial/domain/claims/sentences';
import { useState } from 'react';
import { TextInput, required } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { useFormat } from '../format/useFormat.ts';
import { ClaimChargeConsentDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { traceOf } from '../policies/traceOf.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Panel } from '../ui/Panel.tsx';
import { EditCharges } from './EditCharges.tsx';
import { Verdict } from './Verdict.tsx';
import type { Charge, Claim } from './claim.ts';

/** What the customer is asked to pay, each line with the verdict of the no-hidden-fee guard (S2). */
export function Charges({ claim, mayWrite }: { claim: Claim; mayWrite: boolean }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState<Charge | undefined>();
  const charges = claim.charges.nodes;
  const waits = charges.some(({ verdict }) => verdict === 'NEEDS_CONSENT');
  return (
    <Panel
      title={t('claims.charges.title')}
      tone={waits ? 'warning' : undefined}
      action={mayWrite && <Button onClick={() => setEditing(true)}>{t('claims.charges.edit')}</Button>}
    >
      {charges.length === 0 && <Typography color="textSecondary">{t('claims.charges.none')}</Typography>}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}>
        {charges.map((charge) => (
          <li key={charge.id}>
            <Box sx={{ display: 'flex', gap: 2, justifyContent: 'space-between' }}>
              <Typography component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
                {chargeName({ ...charge, trace: traceOf(charge.trace) }, language)}
              </Typography>
              <span>{format.money(charge.amount.amount, charge.amount.currency)}</span>
            </Box>
            <Verdict verdict={charge.verdict} sentences={claimSentencesOf(traceOf(charge.trace), language)} />
            {charge.consentBy && (
              <Typography variant="body2" color="textSecondary">
                {t('claims.charges.agreed', { by: charge.consentBy, on: format.date(charge.consentOn ?? '') })}
              </Typography>
            )}
            {mayWrite && charge.verdict === 'NEEDS_CONSENT' && (
              <Button size="small" variant="outlined" sx={{ mt: 0.5 }} onClick={() => setAsking(charge)}>
                {t('claims.charges.consent')}
              </Button>
            )}
          </li>
        ))}
      </Box>
      {editing && <EditCharges claim={claim} onClose={() => setEditing(false)} />}
      <Consent charge={asking} onClose={() => setAsking(undefined)} />
    </Panel>
  );
}

function Consent({ charge, onClose }: { charge: Charge | undefined; onClose: () => void }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const [consent] = useWrite(ClaimChargeConsentDocument, { say: false });
  return (
    <FormDialog<{ by: string }>
      open={charge !== undefined}
      title={t('claims.charges.consentTitle')}
      action={t('claims.charges.consent')}
      maxWidth="xs"
      onClose={onClose}
      onSubmit={async ({ by }) =>
        charge ? (await consent({ id: charge.id, version: charge.version, by })).errors : undefined
      }
    >
      {charge && (
        <Typography sx={{ fontWeight: 600 }}>
          {format.pair(
            chargeName({ ...charge, trace: traceOf(charge.trace) }, language),
            format.money(charge.amount.amount, charge.amount.currency),
          )}
        </Typography>
      )}
      {/* what is promised besides, labour that is included say, is a reason to ask that whoever agrees has to hear */}
      {charge && <Verdict verdict={charge.verdict} sentences={claimSentencesOf(traceOf(charge.trace), language)} />}
      <TextInput
        source="by"
        label={t('claims.charges.by')}
        helperText={t('claims.charges.byHint')}
        validate={required()}
      />
    </FormDialog>
  );
}
