import { Box, Link, Typography } from '@mui/material';
import { isLate } from '@perennial/domain/fulfilment/rules';
import { Link as RouterLink } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { CustomerTasksDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import { Part } from '../ui/Part.tsx';

/** What is to be done for this customer next. */
export function CustomerTasks({ customerId }: { customerId: string }) {
  const t = useWords();
  const format = useFormat();
  const { standsOn } = useBusiness();
  const read = useRead(CustomerTasksDocument, { id: customerId });
  const tasks = read.data?.customer?.fulfilmentTasks.nodes ?? [];
  const late = tasks.some((task) => isLate(task, standsOn));
  return (
    <Panel
      title={t('fulfilment.panel.title')}
      tone={late ? 'error' : undefined}
      action={
        tasks.length > 0 && (
          <Link component={RouterLink} to="/fulfilment">
            {t('fulfilment.panel.all')}
          </Link>
        )
      }
    >
      <Part of={read} height={40}>
        {() =>
          tasks.length === 0 ? (
            <Typography color="textSecondary">{t('fulfilment.panel.none')}</Typography>
          ) : (
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
              {tasks.map((task) => (
                <li key={task.id}>
                  {t(`values.FulfilmentKind.${task.kind}`)}
                  {task.ordinal > 1 && <> · {t('fulfilment.visit', { n: task.ordinal })}</>}
                  <Typography variant="body2" sx={{ color: isLate(task, standsOn) ? 'error.main' : 'text.secondary' }}>
                    {t(isLate(task, standsOn) ? 'fulfilment.lateSince' : 'fulfilment.due', {
                      date: format.date(task.dueOn),
                    })}
                  </Typography>
                </li>
              ))}
            </Box>
          )
        }
      </Part>
    </Panel>
  );
}
