import { Box, Button, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useFormat } from '../format/useFormat.ts';
import { FulfilmentOpenDocument, InvoiceTasksDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { graphqlLanguage } from '../retention/graphqlLanguage.ts';
import { Panel } from '../ui/Panel.tsx';
import { Part } from '../ui/Part.tsx';
import { TaskCard } from './TaskCard.tsx';
import { TaskDesk } from './TaskDesk.tsx';

/** What one purchase was promised to have done, opened as tasks or, for imported ones, as the schedule that follows. */
export function InvoiceTasks({ invoiceId }: { invoiceId: string }) {
  const t = useWords();
  const format = useFormat();
  const notify = useNotify();
  const language = useLanguage();
  const mayWrite = useMayWrite('fulfilment');
  const [open, opening] = useWrite(FulfilmentOpenDocument);
  const read = useRead(InvoiceTasksDocument, { id: invoiceId, language: graphqlLanguage(language) });
  return (
    <Panel title={t('fulfilment.panel.title')}>
      <TaskDesk>
        <Part of={read}>
          {({ invoice, fulfilmentPlan }) => {
            const tasks = invoice?.fulfilmentTasks.nodes ?? [];
            const planned = fulfilmentPlan.filter((each) => each.taskId === null);
            return (
              <Box sx={{ display: 'grid', gap: 2 }}>
                {tasks.length === 0 && planned.length === 0 && (
                  <Typography color="textSecondary">{t('fulfilment.panel.noPlan')}</Typography>
                )}
                {tasks.length > 0 && (
                  <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
                    {tasks.map((task) => (
                      <li key={task.id}>
                        <TaskCard task={task} />
                      </li>
                    ))}
                  </Box>
                )}
                {planned.length > 0 && (
                  <section>
                    <Typography variant="h3" gutterBottom>
                      {t('fulfilment.panel.plan')}
                    </Typography>
                    <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
                      {planned.map((each) => (
                        <li key={`${each.kind} ${each.ordinal} ${each.sentence}`}>
                          {format.pair(
                            `${t(`values.FulfilmentKind.${each.kind}`)}, ${t('fulfilment.due', { date: format.date(each.dueOn) })}`,
                            each.sentence,
                          )}
                          {/* beside tasks it is about some of the goods, those that none is for */}
                          {tasks.length > 0 && (
                            <Typography variant="body2" color="textSecondary">
                              {format.list(each.codes)}
                            </Typography>
                          )}
                        </li>
                      ))}
                    </Box>
                    {mayWrite && (
                      <Box sx={{ mt: 1 }}>
                        <Typography variant="body2" color="textSecondary" gutterBottom>
                          {t(tasks.length > 0 ? 'fulfilment.open.missing' : 'fulfilment.open.hint')}
                        </Typography>
                        <Button
                          variant="outlined"
                          disabled={opening}
                          onClick={async () => {
                            const { payload } = await open({ invoiceId });
                            if (payload) {
                              notify('fulfilment.open.done', {
                                type: 'success',
                                messageArgs: { smart_count: payload.opened ?? 0, count: payload.opened ?? 0 },
                              });
                            }
                          }}
                        >
                          {t('fulfilment.open.action')}
                        </Button>
                      </Box>
                    )}
                  </section>
                )}
              </Box>
            );
          }}
        </Part>
      </TaskDesk>
    </Panel>
  );
}
