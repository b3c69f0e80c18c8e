import { Autocomplete, TextField } from '@mui/material';
import { useState } from 'react';
import { InputHelperText, useInput } from 'react-admin';
import { useRead } from '../api/useRead.ts';
import { ProductChoicesDocument, type ProductChoicesQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';

type Product = ProductChoicesQuery['products']['nodes'][number];

interface Props {
  source: string;
  label: string;
  hint: string;
}

/** One product, found by any part of its code or name; the form keeps its id. */
export function ProductInput({ source, label, hint }: Props) {
  const t = useWords();
  const { field, fieldState } = useInput({ source });
  const [chosen, setChosen] = useState<Product | null>(null);
  const [text, setText] = useState('');
  const shown = chosen ? labelOf(chosen) : '';
  // a field that shows its choice offers all others, not those that are called like it
  const search = text === shown ? '' : text;
  const read = useRead(ProductChoicesDocument, { search, filter: null }, { keep: true });
  return (
    <Autocomplete
      value={chosen}
      inputValue={text}
      onInputChange={(_event, typed) => setText(typed)}
      onChange={(_event, product) => {
        setChosen(product);
        field.onChange(product?.id ?? null);
      }}
      onBlur={field.onBlur}
      options={read.data?.products.nodes ?? []}
      filterOptions={(options) => options}
      getOptionLabel={labelOf}
      getOptionKey={(product) => product.id}
      isOptionEqualToValue={(option, value) => option.id === value.id}
      noOptionsText={t('quotes.lines.noProduct')}
      renderInput={(params) => (
        <TextField
          {...params}
          inputRef={field.ref}
          label={label}
          error={fieldState.invalid}
          helperText={<InputHelperText error={fieldState.error?.message} helperText={hint} />}
        />
      )}
    />
  );
}

const labelOf = ({ code, name }: Product): string => `${code} ${name}`;
