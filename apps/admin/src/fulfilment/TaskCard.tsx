import ExpandIcon from '@mui/icons-material/ExpandMore';
import { Box, Collapse, IconButton, Link, Paper, Typography } from '@mui/material';
import { isLate, isOpen } from '@perennial/domain/fulfilment/rules';
import { sentenceOf } from '@perennial/domain/policies/sentences/sentence';
import { useId, useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { useMayWrite } from '../auth/useStaff.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { customerName } from '../customers/customerName.ts';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { Checklist } from './Checklist.tsx';
import { Parts } from './Parts.tsx';
import { goodsOf, textIn, wordsOf, type TaskRow } from './task.ts';
import { TaskActions } from './TaskActions.tsx';
import { TaskProof } from './TaskProof.tsx';
import { When } from './When.tsx';

/** One task: what was promised, by when, and what is ticked off while doing it. */
export function TaskCard({ task, withCustomer = false }: { task: TaskRow; withCustomer?: boolean }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const { standsOn } = useBusiness();
  const mayWrite = useMayWrite('fulfilment');
  const [open, setOpen] = useState(false);
  const id = useId();
  const working = isOpen(task);
  const late = isLate(task, standsOn);
  const kind = t(`values.FulfilmentKind.${task.kind}`);
  const name = task.ordinal > 1 ? `${kind} · ${t('fulfilment.visit', { n: task.ordinal })}` : kind;
  const who = task.customer ? customerName(task.customer, t) : '';
  return (
    <Paper sx={{ borderLeft: 4, borderLeftColor: late ? 'error.main' : working ? 'primary.main' : 'success.main' }}>
      <Box sx={{ position: 'relative', display: 'flex', alignItems: 'center', gap: 1, p: 1.5 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h3">
            {name}
            {withCustomer && task.customer && (
              <>
                {' · '}
                <Link
                  component={RouterLink}
                  to={`/customers/${encodeURIComponent(task.customer.id)}/show`}
                  sx={{ position: 'relative', zIndex: 1 }}
                >
                  {who}
                </Link>
              </>
            )}
          </Typography>
          <Typography variant="body2" sx={{ color: late && working ? 'error.main' : 'text.secondary' }}>
            <When task={task} />
            {task.completedBy !== task.owner?.name && <> · {task.owner?.name ?? t('shell.nobody')}</>}
          </Typography>
        </Box>
        <IconButton
          onClick={() => setOpen(!open)}
          aria-expanded={open}
          aria-controls={id}
          aria-label={t('fulfilment.details', { name: who ? `${name}, ${who}` : name })}
          // wherever the head of the card is pressed, but on the customer's name
          sx={{
            width: 48,
            height: 48,
            position: 'static',
            '&::after': { content: '""', position: 'absolute', inset: 0 },
          }}
        >
          <ExpandIcon sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />
        </IconButton>
      </Box>
      <Collapse in={open} id={id} unmountOnExit>
        <Box sx={{ px: 1.5, pb: 1.5, display: 'grid', gap: 1.5 }}>
          <Typography>{sentenceOf(wordsOf(task), language)}</Typography>
          {task.invoice && (
            <Typography variant="body2" color="textSecondary">
              <Link component={RouterLink} to={`/invoices/${encodeURIComponent(task.invoice.id)}/show`}>
                {t('policies.invoices.one', { number: task.invoice.number })}
              </Link>
              {' · '}
              {format.list(goodsOf(task))}
            </Typography>
          )}
          {task.conduct && task.conduct.length > 0 && (
            <Typography>
              {format.pair(
                t('fulfilment.conduct'),
                format.list(task.conduct.map((each) => textIn(task, each, language))),
              )}
            </Typography>
          )}
          <Checklist task={task} mayWrite={mayWrite && working} />
          <Parts task={task} mayWrite={mayWrite && working} />
          <TaskProof task={task} />
          {mayWrite && <TaskActions task={task} />}
        </Box>
      </Collapse>
    </Paper>
  );
}
