import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, Typography } from '@mui/material';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { partsOf, type TaskRow } from './task.ts';
import { useTaskDesk } from './TaskDesk.tsx';
import { useParts } from './useParts.ts';

/** Spare parts put in, with their serial numbers (零部件, C18). */
export function Parts({ task, mayWrite }: { task: TaskRow; mayWrite: boolean }) {
  const t = useWords();
  const format = useFormat();
  const ask = useTaskDesk();
  const [write, busy] = useParts(task, { say: true });
  const parts = partsOf(task);
  const mayHave = task.kind === 'MAINTENANCE' || task.kind === 'INSTALLATION';
  if (parts.length === 0 && !(mayWrite && mayHave)) return null;
  return (
    <section>
      <Typography component="h4" sx={{ fontWeight: 600 }}>
        {t('fulfilment.parts.title')}
      </Typography>
      {parts.length === 0 && <Typography color="textSecondary">{t('fulfilment.parts.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {parts.map((part, index) => (
          <Box component="li" key={`${part.code} ${index}`} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              {format.number(part.quantity)} × {part.name} ({part.code}) ·{' '}
              {format.unitPrice(part.unitPrice, part.currency)}
              {(part.serialOut || part.serialIn) && (
                <Typography variant="body2" color="textSecondary">
                  {t('fulfilment.parts.serials', { out: part.serialOut ?? '–', in: part.serialIn ?? '–' })}
                </Typography>
              )}
            </Box>
            {mayWrite && (
              <IconButton
                disabled={busy}
                aria-label={t('fulfilment.parts.remove', { name: part.name })}
                onClick={() => void write(parts.filter((each) => each !== part))}
                sx={{ width: 48, height: 48 }}
              >
                <CloseIcon fontSize="small" />
              </IconButton>
            )}
          </Box>
        ))}
      </Box>
      {mayWrite && mayHave && (
        <Button onClick={() => ask(task, 'part')} sx={{ minHeight: 44 }}>
          {t('fulfilment.parts.action')}
        </Button>
      )}
    </section>
  );
}
