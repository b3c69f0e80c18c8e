import { COMPLEXITIES } from '@perennial/domain/catalog/product';
import { BooleanInput, SelectInput, TextInput, required } from 'react-admin';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import {
  ProductCreateDocument,
  ProductNowDocument,
  ProductUpdateDocument,
  type ProductCreateInput,
} from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { RangedInput } from '../ui/RangedInput.tsx';
import type { ProductRow } from './productRow.ts';

interface Props {
  product: ProductRow | 'new' | undefined;
  partners: readonly { id: string; name: string }[];
  onClose: () => void;
}

/** A unit price is kept in 1/10,000 of the major unit: real price lists go below the penny. */
const UNIT = 10_000;

/** Adds a product or changes one. */
export function ProductForm({ product, partners, onClose }: Props) {
  const t = useWords();
  const { currency } = useBusiness();
  const [create] = useWrite(ProductCreateDocument, { say: false });
  const [update] = useWrite(ProductUpdateDocument, { say: false });
  const opened = product === 'new' ? undefined : product;
  // as it is stored by now, which may be newer than in the list from which it was opened
  const now = useRead(ProductNowDocument, { id: opened?.id ?? '' }, { enabled: opened !== undefined });
  const old = opened && (now.data?.product ?? opened);
  return (
    <FormDialog<ProductCreateInput>
      key={old?.id ?? 'new'}
      open={product !== undefined}
      title={old ? t('products.edit', { name: old.name }) : t('products.new')}
      action={t(old ? 'shell.form.save' : 'products.add')}
      values={
        old
          ? {
              code: old.code,
              name: old.name,
              category: old.category,
              complexity: old.complexity,
              price: old.price,
              partnerId: old.partnerId,
              extras: old.extras,
              isPart: old.isPart,
            }
          : { complexity: 'LOW', extras: [], isPart: false }
      }
      {...(old ? { of: 'Product', version: old.version } : {})}
      onClose={onClose}
      onSubmit={async ({ code, extras, ...rest }) => {
        const values = { ...rest, extras: (extras ?? []).map((each) => each.trim()).filter(Boolean) };
        return old
          ? (await update({ ...values, id: old.id, version: old.version })).errors
          : (await create({ ...values, code })).errors;
      }}
    >
      <TextInput
        source="code"
        label={t('products.column.code')}
        helperText={old ? false : t('products.codeHint')}
        validate={required()}
        disabled={old !== undefined}
        autoFocus={!old}
      />
      <TextInput source="name" label={t('products.column.name')} validate={required()} helperText={false} />
      <TextInput source="category" label={t('products.column.category')} helperText={false} />
      <SelectInput
        source="complexity"
        label={t('products.column.complexity')}
        helperText={false}
        choices={COMPLEXITIES.map((id) => ({ id, name: t(`values.ProductComplexity.${id}`) }))}
      />
      <RangedInput
        source="price"
        label={t('products.price', { currency })}
        helperText={false}
        min={0}
        step="any"
        format={(value: number | null | undefined) => (typeof value === 'number' ? value / UNIT : '')}
        parse={(text: string) => (text === '' ? null : Math.round(Number(text) * UNIT))}
      />
      <SelectInput
        source="partnerId"
        label={t('products.column.partner')}
        helperText={false}
        emptyText={t('products.ours')}
        choices={partners.map(({ id, name }) => ({ id, name }))}
      />
      <TextInput
        source="extras"
        label={t('products.extras')}
        helperText={t('products.extrasHint')}
        multiline
        format={(value: readonly string[] | null | undefined) => (value ?? []).join('\n')}
        parse={(text: string) => text.split('\n')}
      />
      <BooleanInput source="isPart" label={t('products.isPart')} helperText={false} />
    </FormDialog>
  );
}
