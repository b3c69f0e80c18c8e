import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, Typography } from '@mui/material';
import type { PartUsed } from '@perennial/domain/fulfilment/task';
import { useState } from 'react';
import { TextInput } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { useFormat } from '../format/useFormat.ts';
import { FulfilmentPartsDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { ChooseProduct, type ProductChoice } from '../quotes/ChooseProduct.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { RangedInput } from '../ui/RangedInput.tsx';
import { partsOf, type TaskRow } from './task.ts';

interface Values {
  quantity: number;
  serialOut?: string | null;
  serialIn?: string | null;
}

/** Spare parts put in, with their serial numbers (零部件, C18). */
export function Parts({ task, mayWrite }: { task: TaskRow; mayWrite: boolean }) {
  const t = useWords();
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const [product, setProduct] = useState<ProductChoice>();
  const [save, busy] = useWrite(FulfilmentPartsDocument, { say: !adding });
  const parts = partsOf(task);
  const mayHave = task.kind === 'MAINTENANCE' || task.kind === 'INSTALLATION';
  if (parts.length === 0 && !(mayWrite && mayHave)) return null;
  const write = (list: readonly (Pick<PartUsed, 'quantity' | 'serialOut' | 'serialIn'> & { productId: string })[]) =>
    save({
      id: task.id,
      version: task.version,
      parts: list.map(({ productId, quantity, serialOut, serialIn }) => ({
        productId: productId.startsWith('Product_') ? productId : `Product_${productId}`,
        quantity,
        serialOut,
        serialIn,
      })),
    });
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
        <Button onClick={() => setAdding(true)} sx={{ minHeight: 44 }}>
          {t('fulfilment.parts.action')}
        </Button>
      )}
      <FormDialog<Values>
        open={adding}
        title={t('fulfilment.parts.title')}
        action={t('fulfilment.parts.add')}
        maxWidth="xs"
        values={{ quantity: 1 }}
        onClose={() => {
          setAdding(false);
          setProduct(undefined);
        }}
        onSubmit={async ({ quantity, serialOut, serialIn }) => {
          if (!product) return { root: { serverError: t('fulfilment.parts.needed') } };
          const one = { productId: product.id, quantity, serialOut: serialOut ?? null, serialIn: serialIn ?? null };
          return (await write([...parts, one])).errors;
        }}
      >
        <ChooseProduct
          parts
          label={product ? `${product.code} ${product.name}` : t('fulfilment.parts.part')}
          hint={t('fulfilment.parts.hint')}
          onChoose={setProduct}
        />
        <RangedInput source="quantity" label={t('fulfilment.parts.quantity')} min={1} step={1} needed />
        <TextInput source="serialOut" label={t('fulfilment.parts.serialOut')} helperText={false} />
        <TextInput source="serialIn" label={t('fulfilment.parts.serialIn')} helperText={false} />
      </FormDialog>
    </section>
  );
}
