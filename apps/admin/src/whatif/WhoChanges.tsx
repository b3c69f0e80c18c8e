import { Box, Button, Typography } from '@mui/material';
import type { WhatIfResult } from '@perennial/domain/whatif/tally';
import { useRead } from '../api/useRead.ts';
import { CustomerLink } from '../customers/CustomerLink.tsx';
import type { Amount } from '../format/format.ts';
import { useFormat } from '../format/useFormat.ts';
import { WhatIfEffectsDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import { Part } from '../ui/Part.tsx';

/** Who would get what they do not get today, and who would lose it: by name, the most first; all of them as a file. */
export function WhoChanges({ runId, result }: { runId: string; result: WhatIfResult }) {
  const t = useWords();
  const read = useRead(WhatIfEffectsDocument, { runId });
  const { winners, losers } = result;
  return (
    <Panel
      title={t('whatIf.who.title')}
      action={
        winners.customers + losers.customers > 0 && (
          <Button size="small" href={`/api/download/what-if/${encodeURIComponent(runId)}`} download>
            {t('whatIf.who.file')}
          </Button>
        )
      }
    >
      <Part of={read}>
        {(effects) => (
          <Box sx={{ display: 'grid', gap: 2 }}>
            <People
              title={t('whatIf.who.losers', { smart_count: losers.customers })}
              people={effects.losers.nodes.map(({ customer, lost, lostValue }) => ({
                customer,
                claims: lost,
                value: lostValue,
              }))}
              all={losers.customers}
            />
            <People
              title={t('whatIf.who.winners', { smart_count: winners.customers })}
              people={effects.winners.nodes.map(({ customer, won, wonValue }) => ({
                customer,
                claims: won,
                value: wonValue,
              }))}
              all={winners.customers}
            />
          </Box>
        )}
      </Part>
    </Panel>
  );
}

interface Person {
  customer: { id: string; number: string; name?: string | null } | null | undefined;
  claims: number;
  value: Amount;
}

function People({ title, people, all }: { title: string; people: readonly Person[]; all: number }) {
  const t = useWords();
  const format = useFormat();
  return (
    <div>
      <Typography variant="h3">{title}</Typography>
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5, display: 'grid', gap: 0.25 }}>
        {people.map(
          ({ customer, claims, value }) =>
            customer && (
              <li key={customer.id}>
                <CustomerLink customer={customer} />
                {' · '}
                {t('whatIf.who.claims', { smart_count: claims, value: format.money(value.amount, value.currency) })}
              </li>
            ),
        )}
      </Box>
      {all > people.length && (
        <Typography color="textSecondary" variant="body2">
          {t('whatIf.who.more', { smart_count: all - people.length })}
        </Typography>
      )}
    </div>
  );
}
