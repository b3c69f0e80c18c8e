import { Box, Link, Typography } from '@mui/material';
import { termSentences } from '@perennial/domain/policies/sentences/sentence';
import type { Term } from '@perennial/domain/policies/terms';
import { Link as RouterLink } from 'react-router';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { termsOf } from '../../policies/termsOf.ts';
import { Panel } from '../../ui/Panel.tsx';
import type { CustomerFile } from './customer.ts';

interface Frozen {
  region: string | null;
  segment: string | null;
}

/** Terms for other regions or segments are no promise to this customer; what counts is where they were at the sale. */
const speaksOf =
  ({ region, segment }: Frozen) =>
  ({ appliesTo }: Term): boolean =>
    (appliesTo.regions.length === 0 || (region !== null && appliesTo.regions.includes(region))) &&
    (appliesTo.segments.length === 0 || (segment !== null && appliesTo.segments.includes(segment)));

/** What we owe: the promises their purchases carry (C13), and returns that wait for somebody. */
export function Promises({ customer }: { customer: CustomerFile }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const { currency } = useBusiness();
  const { entitlements, openReturns } = customer;
  const newest = entitlements.nodes[0];
  const waiting = openReturns.totalCount;
  return (
    <Panel title={t('customers.promises.title')} tone={waiting > 0 ? 'warning' : undefined}>
      {waiting > 0 ? (
        <Typography gutterBottom>
          <Link
            component={RouterLink}
            to={`/returns?filter=${encodeURIComponent(JSON.stringify({ status: 'OPEN', customerId: customer.id }))}`}
          >
            {t('customers.promises.openReturns', { smart_count: waiting })}
          </Link>
        </Typography>
      ) : (
        newest && <Typography gutterBottom>{t('customers.promises.none_open')}</Typography>
      )}
      {!newest && <Typography color="textSecondary">{t('customers.promises.none')}</Typography>}
      {newest?.policy && newest.policyVersion && (
        <Box>
          <Link component={RouterLink} to={`/promises/${encodeURIComponent(newest.id)}`}>
            {t('customers.promises.version', { policy: newest.policy.name, number: newest.policyVersion.number })}
          </Link>
          <Typography variant="body2" color="textSecondary">
            {t('customers.promises.purchases', {
              smart_count: entitlements.totalCount,
              date: format.date(customer.since),
            })}
          </Typography>
          <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5, display: 'grid', gap: 0.5 }}>
            {termsOf(newest.policyVersion.terms)
              .filter(speaksOf((newest.facts ?? customer) as Frozen))
              .map((term) => (
                <li key={term.id}>{termSentences(term, currency, language).join(language === 'en' ? ' ' : '')}</li>
              ))}
          </Box>
        </Box>
      )}
    </Panel>
  );
}
