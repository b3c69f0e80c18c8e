import ReturnIcon from '@mui/icons-material/KeyboardReturnOutlined';
import PlanIcon from '@mui/icons-material/SpaOutlined';
import ClaimIcon from '@mui/icons-material/GavelOutlined';
import TouchIcon from '@mui/icons-material/ForumOutlined';
import BuyIcon from '@mui/icons-material/ShoppingBagOutlined';
import WarnIcon from '@mui/icons-material/NotificationsActiveOutlined';
import { Box, Link, Typography } from '@mui/material';
import { sentencesOf } from '@perennial/domain/policies/sentences/sentence';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { traceOf } from '../../policies/traceOf.ts';
import { productWords } from '../../products/productWords.ts';
import type { Event } from './events.ts';
import { RemoveTouch } from './RemoveTouch.tsx';

const ICONS = {
  invoice: BuyIcon,
  touch: TouchIcon,
  return: ReturnIcon,
  claim: ClaimIcon,
  warning: WarnIcon,
  plan: PlanIcon,
} as const;

/** One entry of the time line, in a sentence. */
export function TimelineEvent({ event }: { event: Event }) {
  const Icon = ICONS[event.kind];
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5 }}>
      <Icon
        fontSize="small"
        aria-hidden
        sx={{ color: event.kind === 'warning' ? 'warning.main' : 'text.secondary', mt: 0.25 }}
      />
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>{story(event)}</Box>
    </Box>
  );
}

function story(event: Event): ReactNode {
  switch (event.kind) {
    case 'invoice':
      return <InvoiceStory invoice={event.invoice} />;
    case 'touch':
      return <TouchStory touch={event.touch} />;
    case 'return':
      return <ReturnStory back={event.back} />;
    case 'claim':
      return <ClaimStory claim={event.claim} ended={event.ended} />;
    case 'warning':
      return <WarningStory warning={event.warning} />;
    case 'plan':
      return <PlanStory plan={event.plan} />;
  }
}

type Of<K extends Event['kind']> = Extract<Event, { kind: K }>;

function InvoiceStory({ invoice }: { invoice: Of<'invoice'>['invoice'] }) {
  const t = useWords();
  const format = useFormat();
  const total = format.money(Math.abs(invoice.total.amount), invoice.total.currency);
  return (
    <>
      {invoice.kind === 'SALE'
        ? t('customers.timeline.bought', { total, smart_count: invoice.lines })
        : t('customers.timeline.credited', { total })}{' '}
      <Link component={RouterLink} to={`/invoices/${encodeURIComponent(invoice.id)}/show`} color="textSecondary">
        {t('customers.timeline.invoice', { number: invoice.number })}
      </Link>
    </>
  );
}

function TouchStory({ touch }: { touch: Of<'touch'>['touch'] }) {
  const t = useWords();
  return (
    <>
      {t('customers.timeline.touched', {
        channel: t(`values.TouchChannel.${touch.channel}`),
        direction: t(`values.TouchDirection.${touch.direction}`),
        subject: touch.subject,
      })}
      <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
        {t(`values.TouchTag.${touch.tag}`)}
      </Box>
      <RemoveTouch id={touch.id} subject={touch.subject} />
      {touch.note && <Typography color="textSecondary">{touch.note}</Typography>}
    </>
  );
}

function ReturnStory({ back }: { back: Of<'return'>['back'] }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  return (
    <>
      {t('customers.timeline.returned', {
        quantity: format.number(back.quantity),
        product: productWords(back.code, back.returnLine?.description),
      })}{' '}
      <Box component="strong">{t(`values.ReturnOutcome.${back.outcome}`)}</Box>
      <Box component="details" sx={{ color: 'text.secondary', '& summary': { cursor: 'pointer', minHeight: 24 } }}>
        <summary>{t('policies.try.why')}</summary>
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {sentencesOf(traceOf(back.trace), language).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </Box>
      </Box>
    </>
  );
}

function ClaimStory({ claim, ended }: Pick<Of<'claim'>, 'claim' | 'ended'>) {
  const t = useWords();
  const format = useFormat();
  const { id, number, kind, status, outcome, refundPaid } = claim;
  const settled = refundPaid
    ? t('customers.timeline.settledFor', { amount: format.money(refundPaid.amount, refundPaid.currency) })
    : t('customers.timeline.settled');
  return (
    <>
      {ended ? (
        status === 'SETTLED' ? (
          settled
        ) : (
          t('customers.timeline.withdrawn')
        )
      ) : (
        <>
          {t('customers.timeline.claimed', { kind: t(`values.ClaimKind.${kind}`) })}{' '}
          <strong>{status === 'OPEN' ? t('values.ClaimStatus.OPEN') : t(`values.ClaimOutcome.${outcome}`)}</strong>
        </>
      )}{' '}
      <Link component={RouterLink} to={`/claims/${encodeURIComponent(id)}/show`} color="textSecondary">
        {t('customers.timeline.claim', { number })}
      </Link>
    </>
  );
}

function WarningStory({ warning }: { warning: Of<'warning'>['warning'] }) {
  const t = useWords();
  return (
    <>
      {t('customers.timeline.warned', { score: warning.score })}{' '}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {t(`values.WarningStatus.${warning.status}`)}
      </Box>
    </>
  );
}

function PlanStory({ plan }: { plan: Of<'plan'>['plan'] }) {
  const t = useWords();
  return (
    <Link component={RouterLink} to={`/plans/${encodeURIComponent(plan.id)}/show`}>
      {t('customers.timeline.planned', { name: plan.name })}
    </Link>
  );
}
