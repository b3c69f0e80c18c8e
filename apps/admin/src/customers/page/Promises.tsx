import { Box, Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import { useRead } from '../../api/useRead.ts';
import { useFormat } from '../../format/useFormat.ts';
import { CustomerPromisesDocument, type CustomerPromisesQuery } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { graphqlLanguage } from '../../retention/graphqlLanguage.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Part } from '../../ui/Part.tsx';
import type { CustomerFile } from './customer.ts';

type Owed = CustomerPromisesQuery['customerPromises'][number];

/** What we owe: what waits for us, and the promises of their purchases that can still be called on, by version (C13). */
export function Promises({ customer }: { customer: CustomerFile }) {
  const t = useWords();
  const language = useLanguage();
  const read = useRead(CustomerPromisesDocument, { id: customer.id, language: graphqlLanguage(language) });
  const waiting = waitingOf(customer);
  return (
    <Panel title={t('customers.promises.title')} tone={waiting.length > 0 ? 'warning' : undefined}>
      {waiting.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, mb: 1, p: 0 }}>
          {waiting.map(({ key, count, path, filter }) => (
            <li key={key}>
              <Link component={RouterLink} to={`${path}?filter=${encodeURIComponent(JSON.stringify(filter))}`}>
                {t(`customers.promises.${key}`, { smart_count: count })}
              </Link>
            </li>
          ))}
        </Box>
      )}
      <Part of={read} height={96}>
        {({ customerPromises }) => (
          <>
            {waiting.length === 0 && customerPromises.length > 0 && (
              <Typography gutterBottom>{t('customers.promises.none_open')}</Typography>
            )}
            {customerPromises.length === 0 && (
              <Typography color="textSecondary">{t('customers.promises.none')}</Typography>
            )}
            <Box sx={{ display: 'grid', gap: 2 }}>
              {customerPromises.map((owed) => (
                <Version key={`${owed.policyId} ${owed.number}`} owed={owed} />
              ))}
            </Box>
          </>
        )}
      </Part>
    </Panel>
  );
}

/** What waits for somebody, each with the list that shows it. */
function waitingOf({ id: customerId, openReturns, openTasks, openClaims }: CustomerFile) {
  const all = [
    { key: 'openReturns', count: openReturns.totalCount, path: '/returns', filter: { status: 'OPEN', customerId } },
    {
      key: 'openTasks',
      count: openTasks.totalCount,
      path: '/fulfilment',
      filter: { status_in: ['OPEN', 'SCHEDULED'], customerId },
    },
    {
      key: 'openClaims',
      count: openClaims.totalCount,
      path: '/claims',
      filter: { status_in: ['OPEN', 'DECIDED'], closedAt_isNull: true, customerId },
    },
  ] as const;
  return all.filter(({ count }) => count > 0);
}

function Version({ owed }: { owed: Owed }) {
  const t = useWords();
  const format = useFormat();
  const { policy, number, purchases, since, until, terms } = owed;
  return (
    <Box component="section" aria-label={t('customers.promises.version', { policy, number })}>
      <Link component={RouterLink} to={`/promises/${encodeURIComponent(owed.entitlementId)}`}>
        {t('customers.promises.version', { policy, number })}
      </Link>
      <Typography variant="body2" color="textSecondary">
        {since === until
          ? t('customers.promises.purchasesOn', { smart_count: purchases, since: format.date(since) })
          : t('customers.promises.purchasesFrom', {
              smart_count: purchases,
              count: purchases,
              since: format.date(since),
              until: format.date(until),
            })}
      </Typography>
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5, display: 'grid', gap: 0.5 }}>
        {terms.map(({ kind, termId, sentences, purchases: still }) => (
          <li key={`${kind} ${termId}`}>
            {format.sentences(sentences)}
            {still < purchases && (
              <Typography variant="caption" color="textSecondary" component="div">
                {t('customers.promises.stillOn', { smart_count: still })}
              </Typography>
            )}
          </li>
        ))}
      </Box>
    </Box>
  );
}
