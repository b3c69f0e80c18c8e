import { Box, Link, Typography } from '@mui/material';
import { isLate } from '@perennial/domain/fulfilment/rules';
import { Link as RouterLink } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { PromiseScheduleDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { graphqlLanguage } from '../retention/graphqlLanguage.ts';
import { Panel } from '../ui/Panel.tsx';
import { Part } from '../ui/Part.tsx';

interface Props {
  invoiceId: string;
  policyVersionId: string;
}

/** What this promise asks to be done and by when: deliveries, sessions of training (C17), visits of maintenance (C18). */
export function Schedule({ invoiceId, policyVersionId }: Props) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const { standsOn } = useBusiness();
  const read = useRead(PromiseScheduleDocument, { invoiceId, language: graphqlLanguage(language) });
  const due = (read.data?.fulfilmentPlan ?? []).filter((each) => each.policyVersionId === policyVersionId);
  return (
    <Panel
      title={t('fulfilment.panel.plan')}
      action={
        due.length > 0 && (
          <Link component={RouterLink} to={`/invoices/${encodeURIComponent(invoiceId)}/show`}>
            {t('promises.schedule.tasks')}
          </Link>
        )
      }
    >
      <Part of={read} height={48}>
        {() =>
          due.length === 0 ? (
            <Typography color="textSecondary">{t('promises.schedule.none')}</Typography>
          ) : (
            <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
              {due.map((each) => {
                const { status, dueOn, completedOn } = each;
                const late = status !== null && isLate({ status, dueOn, completedOn }, standsOn);
                return (
                  <li key={`${each.kind} ${each.termId} ${each.ordinal} ${each.taskId}`}>
                    <strong>{t(`values.FulfilmentKind.${each.kind}`)}</strong>
                    {each.ordinal > 1 && <> · {t('fulfilment.visit', { n: each.ordinal })}</>}
                    <Typography variant="body2" sx={{ color: late ? 'error.main' : 'text.secondary' }}>
                      {t(late ? 'fulfilment.lateSince' : 'fulfilment.due', { date: format.date(each.dueOn) })}
                      {each.status && <> · {t(`values.FulfilmentStatus.${each.status}`)}</>}
                    </Typography>
                    <Typography variant="body2">{each.sentence}</Typography>
                  </li>
                );
              })}
            </Box>
          )
        }
      </Part>
    </Panel>
  );
}
