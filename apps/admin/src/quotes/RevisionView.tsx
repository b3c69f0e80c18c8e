import { Box, Typography } from '@mui/material';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import type { Revision } from './quote.ts';

/** One round as the customer saw it. Several stand side by side, so that what changed can be seen. */
export function RevisionView({ revision }: { revision: Revision }) {
  const t = useWords();
  const format = useFormat();
  const { latestDay } = useBusiness();
  const { validUntil, status, sentAt } = revision;
  const over = status === 'SENT' && validUntil < latestDay;
  return (
    <Panel
      title={t('quotes.revision', { number: revision.number })}
      tone={status === 'ACCEPTED' ? 'success' : over ? 'warning' : undefined}
    >
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {t(`values.QuoteRevisionStatus.${status}`)} ·{' '}
        {t(over ? 'quotes.wasUntil' : 'quotes.until', { date: format.date(validUntil) })}
        {sentAt && <> · {t('quotes.sentOn', { date: format.day(sentAt) })}</>}
      </Typography>
      {revision.solution && <Typography sx={{ whiteSpace: 'pre-line', mb: 2 }}>{revision.solution}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {revision.lines.nodes.map((line) => (
          <Box component="li" key={line.id} sx={{ display: 'flex', gap: 2 }}>
            <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              {line.description}
              <Typography variant="body2" color="textSecondary">
                {line.code} · {format.number(line.quantity)} × {format.unitPrice(line.unitPrice, revision.currency)}
              </Typography>
              {line.extras && line.extras.length > 0 && (
                <Typography variant="body2">{t('quotes.lines.extras', { list: format.list(line.extras) })}</Typography>
              )}
            </Box>
            <span>{format.money(line.amount.amount, line.amount.currency)}</span>
          </Box>
        ))}
        {revision.discount.amount > 0 && (
          <Box component="li" sx={{ display: 'flex', gap: 2 }}>
            <Box sx={{ flex: 1 }}>{t('quotes.field.discount')}</Box>
            <span>{format.money(-revision.discount.amount, revision.currency)}</span>
          </Box>
        )}
        <Box
          component="li"
          sx={{ display: 'flex', gap: 2, borderTop: 1, borderColor: 'divider', pt: 1, fontWeight: 650 }}
        >
          <Box sx={{ flex: 1 }}>{t('quotes.total')}</Box>
          <span>{format.money(revision.total.amount, revision.currency)}</span>
        </Box>
      </Box>
      {revision.note && (
        <Typography
          variant="body2"
          color="textSecondary"
          sx={{ mt: 2, whiteSpace: 'pre-line', '@media print': { display: 'none' } }}
        >
          {format.pair(t('quotes.field.note'), revision.note)}
        </Typography>
      )}
    </Panel>
  );
}
