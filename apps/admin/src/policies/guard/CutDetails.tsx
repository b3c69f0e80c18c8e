import { Box, Link as MuiLink, Typography } from '@mui/material';
import type { Cases } from '@perennial/domain/policies/cases';
import type { Cut } from '@perennial/domain/policies/compare';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import { sentenceOf } from '@perennial/domain/policies/sentences/sentence';
import { worseningSentences, type PhrasesOfBoth } from '@perennial/domain/policies/sentences/worse';
import { Link } from 'react-router';
import { usePolicyNames } from '../usePolicyNames.ts';
import { customerName } from '../../customers/customerName.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { usePointNames } from './usePointNames.ts';

/** As the guard answers them: the domain's cuts, with the policies they are of. */
export type NamedCut = Cut & {
  policy: string | null;
  byPolicy: string | null;
  /** The first day on which less is promised, where that is later than the change itself. */
  from?: string;
  point?: { id: string; name: string };
};

interface Props {
  cuts: readonly NamedCut[];
  /** How what people typed is worded in the policy that is changed, as it was and as it is to be. */
  phrases: PhrasesOfBoth;
  affected: number;
  /** Minor units. */
  valueAtRisk: number;
  currency: string;
  customers?: readonly { id: string; number: string; value: number }[];
}

/** So many parts of one cut are said; more would be a wall. */
const PARTS = 4;

/** What is promised less, to whom, and what their custom was worth (S11), in sentences. */
export function CutDetails({ cuts, phrases, affected, valueAtRisk, currency, customers = [] }: Props) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const kindOf = (cut: NamedCut) => termKinds.find((each) => each.kind === cut.kind);
  const several = new Set(cuts.map((cut) => cut.policy)).size > 1;
  const called = usePolicyNames(several);
  const pointName = usePointNames(cuts.flatMap(({ point }) => point ?? []));
  const scope = (cases: Cases) => sentenceOf({ code: 'CASES', params: { cases, currency } }, language);
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1 }}>
        {cuts.map((cut) => (
          <li
            key={`${cut.kind} ${cut.policy} ${cut.termId} ${cut.byTermId} ${cut.byPolicy} ${cut.from} ${cut.point?.id} ${cut.worsenings.length}`}
          >
            <strong>
              {cut.point
                ? t('policyGuard.cut.point', { name: pointName(cut.point) })
                : (kindOf(cut)?.label[language] ?? cut.kind)}
            </strong>{' '}
            {several && cut.policy && t('policyGuard.cut.of', { policy: called(cut.policy) })}
            {cut.from && t('policyGuard.cut.from', { date: format.date(cut.from) })}
            {cut.withdrawn && (
              <Box sx={{ color: 'warning.main' }}>
                {t(cut.point ? 'policyGuard.cut.pointGone' : 'policyGuard.cut.withdrawn')}
              </Box>
            )}
            {cut.termId === null && !cut.point && (
              <Box sx={{ color: 'warning.main' }}>{t('policyGuard.cut.burden')}</Box>
            )}
            {worseningSentences(kindOf(cut), cut.worsenings, currency, language, phrases).map((each) => (
              <div key={each}>{each}</div>
            ))}
            {cut.cases.slice(0, PARTS).map((cases) => (
              <Typography key={JSON.stringify(cases)} variant="body2" color="textSecondary">
                {scope(cases)}
              </Typography>
            ))}
            {cut.cases.length > PARTS && <Typography variant="body2">…</Typography>}
          </li>
        ))}
      </Box>
      <Typography>
        {affected === 0 ? (
          t('policyGuard.cut.nobody')
        ) : (
          <>
            <strong>{t('policyGuard.cut.affected', { smart_count: affected })}</strong>
            {format.gap}
            {t('policyGuard.cut.value', { amount: format.money(valueAtRisk, currency) })}
          </>
        )}
      </Typography>
      {customers.length > 0 && (
        <details>
          <summary>
            {affected > customers.length
              ? t('policyGuard.cut.foremostOf', {
                  shown: format.number(customers.length),
                  all: format.number(affected),
                })
              : t('policyGuard.cut.foremost')}
          </summary>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {customers.map(({ id, number, value }) => (
              <li key={id}>
                <MuiLink component={Link} to={`/customers/${encodeURIComponent(id)}/show`}>
                  {customerName({ number }, t)}
                </MuiLink>{' '}
                · {format.money(value, currency)}
              </li>
            ))}
          </Box>
        </details>
      )}
    </Box>
  );
}
