import { Alert, Box, Typography } from '@mui/material';
import { useRead } from '../api/useRead.ts';
import { useFormat } from '../format/useFormat.ts';
import { QuotePromisedDocument, type QuotePromisedQuery } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { graphqlLanguage } from '../retention/graphqlLanguage.ts';
import { Panel } from '../ui/Panel.tsx';
import { Part } from '../ui/Part.tsx';
import type { Revision } from './quote.ts';

type Term = QuotePromisedQuery['quotePromises']['fees'][number];

interface Props {
  revision: Revision;
  /** What is offered was changed since it was saved, and what is shown here is of before. */
  unsaved?: boolean;
}

/** What the customer is promised on buying, and what may be charged: said before they accept (收費標準, C7). */
export function Promised({ revision, unsaved = false }: Props) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const read = useRead(QuotePromisedDocument, { id: revision.id, language: graphqlLanguage(language) });
  const draft = revision.status === 'DRAFT';
  return (
    <Panel title={t('quotes.promised.title')}>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {draft ? t('quotes.promised.now') : t('quotes.promised.shown', { number: revision.number })}
      </Typography>
      <Part of={read}>
        {({ quotePromises: { terms, fees, changed, feesHash } }) => (
          <Box sx={{ display: 'grid', gap: 1.5 }}>
            {changed && <Alert severity="warning">{t('quotes.promised.changed')}</Alert>}
            {unsaved && <Alert severity="info">{t('quotes.promised.unsaved')}</Alert>}
            {terms.length === 0 && !unsaved && (
              <Typography color="textSecondary">
                {t(revision.lines.nodes.length === 0 ? 'quotes.promised.noLines' : 'quotes.promised.none')}
              </Typography>
            )}
            <Terms terms={terms} />
            {revision.lines.nodes.length > 0 && <Typography variant="h3">{t('quotes.promised.fees')}</Typography>}
            {fees.length === 0 && revision.lines.nodes.length > 0 && (
              <Typography>{t('quotes.promised.noFees')}</Typography>
            )}
            <Terms terms={fees} />
            {!draft && (
              <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
                {format.pair(t('quotes.promised.hash'), feesHash)}
              </Typography>
            )}
          </Box>
        )}
      </Part>
    </Panel>
  );
}

function Terms({ terms }: { terms: readonly Term[] }) {
  const t = useWords();
  const format = useFormat();
  if (terms.length === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.75 }}>
      {terms.map(({ policyId, policy, number, termId, sentences, hours }) => (
        <li key={`${policyId} ${termId}`}>
          {format.sentences(sentences)}
          {hours && (
            <Typography variant="body2" component="div">
              {t('quotes.promised.hours', { hours })}
            </Typography>
          )}
          <Typography variant="caption" color="textSecondary" component="div">
            {t('quotes.promised.policy', { policy, number })}
          </Typography>
        </li>
      ))}
    </Box>
  );
}
