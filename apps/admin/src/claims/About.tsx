import { Box, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { Copy } from '../ui/Copy.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Panel } from '../ui/Panel.tsx';
import { receiptPath, type Claim } from './claim.ts';
import { namedIn } from './namedIn.ts';
import { ReplacedReceipts } from './ReplacedReceipts.tsx';
import { toldIn } from './told.ts';

/** What a claim is about, its serial numbers, and the receipt that anybody can check. */
export function About({ claim }: { claim: Claim }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const { invoice } = claim;
  const named = namedIn(claim.claimLines.nodes);
  const rows: [string, ReactNode][] = [
    [t('claims.column.status'), t(`values.ClaimStatus.${claim.status}`)],
    ...(invoice
      ? [
          [
            t('claims.invoice'),
            <Link key="invoice" component={RouterLink} to={`/invoices/${encodeURIComponent(invoice.id)}/show`}>
              {invoice.number}
            </Link>,
          ] as [string, ReactNode],
        ]
      : []),
    ...(named.length > 0 ? [[t('claims.new.matter'), format.list(named)] as [string, ReactNode]] : []),
    ...toldIn(claim.claimLines.nodes, claim.refund.currency, language),
    ...(claim.refund.amount > 0
      ? [[t('claims.column.refund'), format.money(claim.refund.amount, claim.refund.currency)] as [string, ReactNode]]
      : []),
    ...(claim.refundPaid
      ? [[t('claims.paid'), format.money(claim.refundPaid.amount, claim.refundPaid.currency)] as [string, ReactNode]]
      : []),
    ...(claim.settledOn ? [[t('claims.settledOn'), format.date(claim.settledOn)] as [string, ReactNode]] : []),
    ...(claim.decidedBy ? [[t('claims.decidedBy'), claim.decidedBy] as [string, ReactNode]] : []),
    ...claim.claimLines.nodes.flatMap((line): [string, ReactNode][] => [
      ...(line.serialFailed
        ? [[t('claims.serial.failedOf', { code: line.code }), line.serialFailed] as [string, ReactNode]]
        : []),
      ...(line.serialReplacement
        ? [[t('claims.serial.replacementOf', { code: line.code }), line.serialReplacement] as [string, ReactNode]]
        : []),
    ]),
  ];
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Panel title={t('claims.about')}>
        <Facts rows={rows} />
        {claim.note && (
          <Typography sx={{ mt: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{claim.note}</Typography>
        )}
      </Panel>
      <Panel title={t('claims.receipt.title')}>
        <Typography color="textSecondary" gutterBottom>
          {t('claims.receipt.text')}
        </Typography>
        <Typography variant="body2" component="code" sx={{ display: 'block', overflowWrap: 'anywhere', mb: 1 }}>
          {claim.receiptHash}
        </Typography>
        <Copy text={`${window.location.origin}${receiptPath(claim)}`} label={t('claims.receipt.copy')} />
        <ReplacedReceipts claim={claim} />
      </Panel>
    </Box>
  );
}
