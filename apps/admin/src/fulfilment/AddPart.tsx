import { useState } from 'react';
import { TextInput } from 'react-admin';
import { useWords } from '../i18n/useWords.ts';
import { ChooseProduct, type ProductChoice } from '../quotes/ChooseProduct.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { RangedInput } from '../ui/RangedInput.tsx';
import { Finished } from './Finished.tsx';
import { partsOf, type TaskRow } from './task.ts';
import { useParts } from './useParts.ts';

interface Values {
  quantity: number;
  serialOut?: string | null;
  serialIn?: string | null;
}

/** One more spare part that was put in. */
export function AddPart({ task, onClose }: { task: TaskRow; onClose: () => void }) {
  const t = useWords();
  const [product, setProduct] = useState<ProductChoice>();
  const [write] = useParts(task, { say: false });
  return (
    <FormDialog<Values>
      open
      title={t('fulfilment.parts.title')}
      action={t('fulfilment.parts.add')}
      maxWidth="xs"
      values={{ quantity: 1 }}
      onClose={onClose}
      onSubmit={async ({ quantity, serialOut, serialIn }) => {
        if (!product) return { root: { serverError: t('fulfilment.parts.needed') } };
        const one = { productId: product.id, quantity, serialOut: serialOut ?? null, serialIn: serialIn ?? null };
        return (await write([...partsOf(task), one])).errors;
      }}
    >
      <Finished task={task} />
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
  );
}
