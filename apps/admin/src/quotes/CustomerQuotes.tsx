import AddIcon from '@mui/icons-material/Add';
import { Box, Button, Link, Typography } from '@mui/material';
import { stateOn } from '@perennial/domain/quotes/rules';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { CustomerQuotesDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import { Part } from '../ui/Part.tsx';
import { NewQuote } from './NewQuote.tsx';

/** What this customer was offered (C3). */
export function CustomerQuotes({ customerId, name }: { customerId: string; name: string }) {
  const t = useWords();
  const format = useFormat();
  const { latestDay } = useBusiness();
  const mayWrite = useMayWrite('quotes');
  const [adding, setAdding] = useState(false);
  const read = useRead(CustomerQuotesDocument, { id: customerId });
  return (
    <Panel
      title={t('quotes.panel.title')}
      action={
        mayWrite && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', columnGap: 2 }}>
            <Button size="small" startIcon={<AddIcon />} onClick={() => setAdding(true)}>
              {t('quotes.new')}
            </Button>
            <Button
              size="small"
              startIcon={<AddIcon />}
              component={RouterLink}
              to={`/new-sale/${encodeURIComponent(customerId)}`}
            >
              {t('sales.record')}
            </Button>
          </Box>
        )
      }
    >
      <Part of={read} height={40}>
        {({ customer }) => (
          <>
            {customer?.quotes.nodes.length === 0 && (
              <Typography color="textSecondary">{t('quotes.panel.none')}</Typography>
            )}
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
              {customer?.quotes.nodes.map((quote) => {
                const { validUntil } = quote;
                const state = stateOn(quote, validUntil === null ? null : { validUntil }, latestDay);
                return (
                  <li key={quote.id}>
                    <Link component={RouterLink} to={`/quotes/${encodeURIComponent(quote.id)}/show`}>
                      {quote.title}
                    </Link>
                    <Typography variant="body2" color="textSecondary">
                      {t(`quotes.state.${state}`)} · {format.money(quote.total.amount, quote.total.currency)}
                      {state === 'OPEN' && validUntil && <> · {t('quotes.until', { date: format.date(validUntil) })}</>}
                    </Typography>
                  </li>
                );
              })}
            </Box>
          </>
        )}
      </Part>
      {mayWrite && <NewQuote customerId={customerId} name={name} open={adding} onClose={() => setAdding(false)} />}
    </Panel>
  );
}
