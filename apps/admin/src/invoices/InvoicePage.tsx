import {
  Box,
  Link,
  Paper,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { isDiscount, revisionDiscounted } from '@perennial/domain/quotes/discount';
import { Link as RouterLink, useParams } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { InvoiceClaims } from '../claims/InvoiceClaims.tsx';
import { CustomerLink } from '../customers/CustomerLink.tsx';
import { LookingBack } from '../business/LookingBack.tsx';
import { useFormat } from '../format/useFormat.ts';
import { InvoiceTasks } from '../fulfilment/InvoiceTasks.tsx';
import { InvoicePageDocument, type InvoicePageQuery } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { policyNameIn } from '../policies/policyIn.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { Page } from '../ui/Page.tsx';
import { PagePart } from '../ui/PagePart.tsx';
import { Panel } from '../ui/Panel.tsx';
import { deliveredGoods, type DeliveredGoods } from './delivered.ts';

type Invoice = NonNullable<InvoicePageQuery['invoice']>;

/** One invoice: its lines, and the promises that it carries. */
export default function InvoicePage() {
  const { id = '' } = useParams();
  const read = useRead(InvoicePageDocument, { id });
  return <PagePart of={read}>{({ invoice }) => (invoice ? <Loaded invoice={invoice} /> : <NotFound />)}</PagePart>;
}

function Loaded({ invoice }: { invoice: Invoice }) {
  const t = useWords();
  const language = useLanguage();
  const format = useFormat();
  const { customer } = invoice;
  const came = deliveredGoods(invoice, invoice.invoiceLines.nodes);
  return (
    <Page
      title={t('policies.invoices.one', { number: invoice.number })}
      intro={
        <>
          {customer && (
            <>
              <CustomerLink customer={customer} />
              {' · '}
            </>
          )}
          {t(`policies.invoices.kind.${invoice.kind}`)} · {format.sold(invoice.at)} ·{' '}
          {format.money(invoice.total.amount, invoice.total.currency)}
          {came.first && (
            <div>
              {t(came.inPart ? 'policies.invoices.deliveredInPart' : 'policies.invoices.delivered', {
                day: format.date(came.first),
              })}
            </div>
          )}
          {invoice.quotes.nodes.map((quote) => (
            <div key={quote.id}>
              <Link component={RouterLink} to={`/quotes/${encodeURIComponent(quote.id)}/show`}>
                {t('quotes.from', { number: quote.number, title: quote.title })}
              </Link>
            </div>
          ))}
        </>
      }
    >
      <LookingBack of="policies.invoices" />
      <Box sx={{ display: 'grid', gap: 2 }}>
        {invoice.kind === 'SALE' && <InvoiceClaims invoiceId={invoice.id} />}
        {invoice.kind === 'SALE' && (
          <Panel title={t('policies.invoices.promises')}>
            {invoice.entitlements.nodes.length === 0 && (
              <Typography color="textSecondary">{t('policies.invoices.noPromise')}</Typography>
            )}
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {invoice.entitlements.nodes.map(
                ({ id, policy, policyVersion }) =>
                  policy && (
                    <li key={id}>
                      <Link component={RouterLink} to={`/promises/${encodeURIComponent(id)}`}>
                        {t('customers.promises.version', {
                          policy: policyNameIn(policy, language),
                          number: policyVersion?.number ?? '',
                        })}
                      </Link>
                    </li>
                  ),
              )}
            </Box>
          </Panel>
        )}
        <Lines invoice={invoice} came={came} />
        {invoice.kind === 'SALE' && <InvoiceTasks invoiceId={invoice.id} />}
      </Box>
    </Page>
  );
}

/** On a phone these stand under the description. */
const WIDE = { display: { xs: 'none', sm: 'table-cell' } } as const;

function Lines({ invoice, came }: { invoice: Invoice; came: DeliveredGoods }) {
  const t = useWords();
  const format = useFormat();
  const deliveredOn = (line: Invoice['invoiceLines']['nodes'][number]): string => {
    const day = came.dayOf(line);
    return day === null
      ? t('policies.invoices.lineAwaited')
      : t('policies.invoices.lineDelivered', { day: format.date(day) });
  };
  const describe = (line: { code: string; description: string }): string => {
    const number = revisionDiscounted(line);
    return number === null ? line.description : t('policies.invoices.discountOf', { number });
  };
  return (
    <TableContainer component={Paper} tabIndex={0} role="group" aria-label={t('policies.invoices.column.lines')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('policies.invoices.line.description')}</TableCell>
            <TableCell sx={WIDE}>{t('policies.invoices.line.code')}</TableCell>
            <TableCell align="right">{t('policies.invoices.line.quantity')}</TableCell>
            <TableCell align="right" sx={WIDE}>
              {t('policies.invoices.line.price')}
            </TableCell>
            <TableCell align="right">{t('policies.invoices.line.amount')}</TableCell>
            <TableCell>{t('policies.try.title')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {invoice.invoiceLines.nodes.map((line) => (
            <TableRow key={line.id}>
              <TableCell component="th" scope="row">
                {describe(line)}
                <Typography variant="caption" color="textSecondary" sx={{ display: { xs: 'block', sm: 'none' } }}>
                  {line.code} · {format.unitPrice(line.unitPrice, line.amount.currency)}
                </Typography>
                {line.kind === 'SALE' && line.product && line.product.extras.length > 0 && (
                  <Typography variant="caption" component="div">
                    {t('quotes.lines.extras', { list: format.list(line.product.extras) })}
                  </Typography>
                )}
                {line.kind !== 'SALE' && (
                  <Typography variant="caption" color="textSecondary" component="div">
                    {t(
                      `policies.invoices.lineKind.${isDiscount({ code: line.code, amount: line.amount.amount }) ? 'DISCOUNT' : line.kind}`,
                    )}
                  </Typography>
                )}
                {line.kind === 'SALE' && came.first && came.inPart && (
                  <Typography variant="caption" color="textSecondary" component="div">
                    {deliveredOn(line)}
                  </Typography>
                )}
                {line.repeated && (
                  <Typography variant="caption" color="textSecondary" component="div">
                    {t('policies.invoices.repeated')}
                  </Typography>
                )}
              </TableCell>
              <TableCell sx={WIDE}>{line.code}</TableCell>
              <TableCell align="right">{format.number(line.quantity)}</TableCell>
              <TableCell align="right" sx={WIDE}>
                {format.unitPrice(line.unitPrice, line.amount.currency)}
              </TableCell>
              <TableCell align="right">{format.money(line.amount.amount, line.amount.currency)}</TableCell>
              <TableCell sx={{ whiteSpace: { sm: 'nowrap' } }}>
                {line.kind === 'SALE' ? (
                  <Link component={RouterLink} to={`/try/${encodeURIComponent(line.id)}`}>
                    {t('policies.invoices.line.tryIt')}
                  </Link>
                ) : (
                  '–'
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
