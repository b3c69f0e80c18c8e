import { Box, TextField, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useRead } from '../../api/useRead.ts';
import { InvoiceLinesByNumberDocument, SomePurchaseDocument } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';

/** Chooses a line that was really bought, by the number of its invoice; begins with the newest sale. */
export function ChooseLine({ onChoose }: { onChoose: (lineId: string | undefined) => void }) {
  const t = useWords();
  const some = useRead(SomePurchaseDocument, {});
  const [typed, setTyped] = useState<string | undefined>();
  const [lineId, setLineId] = useState('');
  const number = typed ?? some.data?.invoices.nodes[0]?.number ?? '';
  const found = useRead(InvoiceLinesByNumberDocument, { number }, { enabled: number !== '' });
  const invoice = found.data?.invoices.nodes[0];
  const lines = invoice?.invoiceLines.nodes ?? [];
  const chosen = lines.find((line) => line.id === lineId)?.id ?? lines[0]?.id;
  useEffect(() => onChoose(chosen), [chosen, onChoose]);
  return (
    <Box sx={{ display: 'grid', gap: 2, my: 1 }}>
      <TextField
        label={t('policies.try.chooseHint')}
        value={number}
        onChange={(event) => setTyped(event.target.value.trim())}
      />
      {lines.length > 0 && (
        <TextField
          select
          label={t('policies.try.line')}
          value={chosen ?? ''}
          onChange={(event) => setLineId(event.target.value)}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
        >
          {lines.map((line) => (
            <option key={line.id} value={line.id}>
              {line.code} {line.description}
            </option>
          ))}
        </TextField>
      )}
      {found.data && lines.length === 0 && (
        <Typography role="status" color="textSecondary">
          {t(invoice ? 'policies.try.noLine' : 'policies.try.noInvoice')}
        </Typography>
      )}
    </Box>
  );
}
