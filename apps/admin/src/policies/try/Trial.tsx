import { Alert, Box, TextField, Typography } from '@mui/material';
import { decide, type VersionTerms } from '@perennial/domain/policies/decide';
import type { Decision } from '@perennial/domain/policies/decision';
import { dayIn, type Facts as CaseFacts } from '@perennial/domain/policies/facts';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import { defaultsOf } from '@perennial/domain/policies/kinds/form';
import { sentencesOf } from '@perennial/domain/policies/sentences/sentence';
import { DomainError } from '@perennial/domain/shared/errors';
import { useState } from 'react';
import { useRefusalText } from '../../api/useRefusalText.ts';
import { useRead } from '../../api/useRead.ts';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { useSegmentWord } from '../../customers/useCustomerWords.ts';
import { useFormat } from '../../format/useFormat.ts';
import { PolicyTrialDocument } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { productWords } from '../../products/productWords.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Part } from '../../ui/Part.tsx';
import { KindFields } from '../editor/KindFields.tsx';

interface Props {
  lineId: string;
  /** Judge by this, as it is being written, instead of by what the purchase was promised. */
  draft?: VersionTerms;
  /** The stored version behind the draft: it knows the working hours. */
  versionId?: string;
}

/** Decides a claim on a purchase here in the browser, with the code that decides the real ones. Nothing is written. */
export function Trial({ lineId, draft, versionId }: Props) {
  const read = useRead(PolicyTrialDocument, { lineId, kind: 'returns', versionId: versionId ?? null });
  return (
    <Part of={read}>
      {({ policyTry, node }) =>
        policyTry && (
          // Facts and versions come from the same declarations that `decide` takes; the field is JSON for GraphQL only.
          <Decided
            facts={policyTry.facts as CaseFacts}
            versions={withHours(policyTry.versions as VersionTerms[], draft)}
            description={node && 'description' in node ? node.description : undefined}
          />
        )
      }
    </Part>
  );
}

/** The draft with the working hours of its stored version. */
const withHours = (stored: readonly VersionTerms[], draft: VersionTerms | undefined): readonly VersionTerms[] =>
  draft ? [{ ...draft, calendar: stored[0]?.calendar ?? null }] : stored;

interface DecidedProps {
  facts: CaseFacts;
  versions: readonly VersionTerms[];
  description: string | undefined;
}

function Decided({ facts, versions, description }: DecidedProps) {
  const t = useWords();
  const language = useLanguage();
  const { asOf } = useBusiness();
  const [kindName, setKindName] = useState('returns');
  const [on, setOn] = useState(asOf);
  const kind = termKinds.find((each) => each.kind === kindName);
  const [details, setDetails] = useState<Readonly<Record<string, unknown>>>({});
  const claimed = { ...(kind ? defaultsOf(kind.claim) : {}), ...details };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Purchase facts={facts} description={description} />
      <Typography variant="h3">{t('policies.try.claim')}</Typography>
      <TextField
        select
        label={t('policies.try.kind')}
        value={kindName}
        onChange={(event) => {
          setKindName(event.target.value);
          setDetails({});
        }}
        slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      >
        {termKinds.map((each) => (
          <option key={each.kind} value={each.kind}>
            {each.label[language]}
          </option>
        ))}
      </TextField>
      <TextField
        type="date"
        label={t('policies.try.on')}
        value={on}
        onChange={(event) => setOn(event.target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      {kind && <KindFields form={kind.claim} values={claimed} onChange={setDetails} />}
      <Outcome facts={{ ...facts, claim: { kind: kindName, details: claimed } }} versions={versions} on={on} />
    </Box>
  );
}

function Purchase({
  facts: { purchase, customer, timeZone },
  description,
}: Pick<DecidedProps, 'facts' | 'description'>) {
  const t = useWords();
  const format = useFormat();
  const segment = useSegmentWord();
  const { currency } = useBusiness();
  if (!purchase) return null;
  return (
    <Facts
      rows={[
        [t('policies.try.code'), productWords(purchase.code, description)],
        [t('policies.try.bought'), format.date(dayIn(timeZone, purchase.at))],
        [
          t('policies.try.value'),
          purchase.value === null
            ? t('policies.try.otherCurrency', { currency })
            : format.money(purchase.value, currency),
        ],
        [t('policies.try.region'), customer.region ?? t('shell.unknown')],
        [t('policies.try.segment'), customer.segment ? segment(customer.segment) : t('shell.unknown')],
      ]}
    />
  );
}

function Outcome({ facts, versions, on }: { facts: CaseFacts; versions: readonly VersionTerms[]; on: string }) {
  const t = useWords();
  const format = useFormat();
  const said = useRefusalText();
  const language = useLanguage();
  let decision: Decision;
  try {
    decision = decide(facts, versions, on);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return <Alert severity="warning">{said(error)}</Alert>;
  }
  return (
    <Box role="status">
      <Alert severity={decision.outcome === 'ALLOWED' ? 'success' : decision.outcome === 'REFUSED' ? 'error' : 'info'}>
        <strong>
          {t(
            facts.claim.kind === 'returns'
              ? `values.ReturnOutcome.${decision.outcome}`
              : `policyEditor.outcome.${decision.outcome}`,
          )}
        </strong>
        {decision.remedy && <> · {t(`policyEditor.remedies.${decision.remedy}`)}</>}
        {decision.deadline && <> · {t('policies.try.deadline', { date: format.date(decision.deadline) })}</>}
        {decision.review && <div>{t('policyEditor.preview.review')}</div>}
      </Alert>
      <Box component="ol" sx={{ mt: 1, mb: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
        {sentencesOf(decision.trace, language).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </Box>
    </Box>
  );
}
