import { Autocomplete, TextField } from '@mui/material';
import { useState } from 'react';
import { useRead } from '../api/useRead.ts';
import { ProductChoicesDocument, type ProductChoicesQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';

export type ProductChoice = ProductChoicesQuery['products']['nodes'][number];

interface Props {
  label: string;
  hint?: string;
  /** Only spare parts. */
  parts?: boolean;
  onChoose: (product: ProductChoice) => void;
}

/** Finds a product by code or name; the field is empty again once one was chosen. */
export function ChooseProduct({ label, hint, parts = false, onChoose }: Props) {
  const t = useWords();
  const [text, setText] = useState('');
  const read = useRead(
    ProductChoicesDocument,
    { search: text, filter: parts ? { isPart: { eq: true } } : null },
    { keep: true },
  );
  return (
    <Autocomplete
      value={null}
      inputValue={text}
      onInputChange={(_event, value, reason) => setText(reason === 'selectOption' ? '' : value)}
      onChange={(_event, product) => {
        if (product) onChoose(product);
        setText('');
      }}
      options={read.data?.products.nodes ?? []}
      filterOptions={(options) => options}
      getOptionLabel={(product) => `${product.code} ${product.name}`}
      getOptionKey={(product) => product.id}
      noOptionsText={t('quotes.lines.noProduct')}
      blurOnSelect
      clearOnBlur
      renderInput={(params) => <TextField {...params} label={label} helperText={hint} size="small" />}
    />
  );
}
