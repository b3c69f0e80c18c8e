import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { Fragment, type ReactNode } from 'react';
import { useFormat } from '../../format/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Panel } from '../../ui/Panel.tsx';
import { WideTable } from '../../ui/WideTable.tsx';
import { useFieldWords } from '../fieldWords.ts';
import type { Agreement } from './agreement.ts';
import { readingOf } from './readingOf.ts';
import { askedFor, refusedFor } from './refusedFor.ts';

/** Where the fields stand in the sentence that names them. */
const GAP = '\n';

/** What was really read under the agreement, newest first. */
export function Receipts({ receipts }: { receipts: Agreement['receipts']['nodes'] }) {
  const t = useWords();
  const format = useFormat();
  const words = useFieldWords();
  // a refused document has nothing that was read: what it asked for in vain, or else why it was refused
  const saidOf = ({ fields, refusal }: (typeof receipts)[number]): ReactNode => {
    if (refusal === null) return format.list(fields.map((name) => words.field(name.split('.')[1] ?? name)));
    if (fields.length === 0) return t(`partners.receipts.refusal.${refusedFor(refusal)}`);
    const [before, after] = t('partners.receipts.beyond', { fields: GAP }).split(GAP);
    return (
      <>
        {before}
        {askedFor(fields, words.known).map(({ said, typed }, index) => (
          <Fragment key={fields[index]}>
            {index > 0 && format.list(['', ''])}
            {typed ? (
              <Box component="code" sx={{ overflowWrap: 'anywhere' }}>
                {said}
              </Box>
            ) : (
              said
            )}
          </Fragment>
        ))}
        {after}
      </>
    );
  };
  return (
    <Panel title={t('partners.receipts.title')}>
      {receipts.length === 0 ? (
        <Typography color="textSecondary">{t('partners.receipts.none')}</Typography>
      ) : (
        <WideTable label={t('partners.receipts.title')}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{t('partners.receipts.at')}</TableCell>
                <TableCell>{t('partners.receipts.what')}</TableCell>
                <TableCell align="right">{t('partners.receipts.customers')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {receipts.map((receipt) => (
                <TableRow key={receipt.id}>
                  <TableCell
                    component="th"
                    scope="row"
                    sx={{ whiteSpace: { sm: 'nowrap' }, minWidth: '8em', verticalAlign: 'top' }}
                  >
                    {format.time(receipt.at)}
                  </TableCell>
                  <TableCell sx={{ minWidth: '10em' }}>
                    {readingOf(receipt)
                      .map((part) => (typeof part === 'string' ? t(`partners.receipts.${part}`) : part.query))
                      .join(' · ')}
                    <Typography variant="caption" color="textSecondary" component="div">
                      {saidOf(receipt)}
                    </Typography>
                  </TableCell>
                  <TableCell align="right">{format.number(receipt.customers)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </WideTable>
      )}
    </Panel>
  );
}
