import { Autocomplete, TextField } from '@mui/material';
import { useState } from 'react';
import { useWords } from '../i18n/useWords.ts';
import { codeLabel, codeTyped, type Code } from './codes.ts';

interface Props {
  label: string;
  codes: readonly Code[];
  /** A code, or what was typed in its place. */
  value: string;
  /** What keeps the value from working. */
  wrong: string | undefined;
  hint?: string | undefined;
  onChange: (value: string) => void;
}

/** One code out of many, found by any part of its name. What is typed counts when the field is left, known or not. */
export function CodeField({ label, codes, value, wrong, hint, onChange }: Props) {
  const t = useWords();
  const shown = (code: string) => {
    const known = codes.find((each) => each.code === code);
    return known ? codeLabel(known) : code;
  };
  const [typed, setTyped] = useState<string | undefined>();
  const take = (text: string) => {
    setTyped(undefined);
    const code = codeTyped(text, codes);
    if (code !== value) onChange(code);
  };
  return (
    <Autocomplete<string, false, true, true>
      freeSolo
      disableClearable
      selectOnFocus
      handleHomeEndKeys
      forcePopupIcon
      openText={t('importing.origin.open')}
      closeText={t('importing.origin.close')}
      size="small"
      options={codes.map(({ code }) => code)}
      getOptionLabel={shown}
      value={value}
      inputValue={typed ?? shown(value)}
      onInputChange={(_event, text, reason) => reason === 'input' && setTyped(text)}
      onChange={(_event, chosen) => take(chosen)}
      onBlur={() => typed !== undefined && take(typed)}
      renderInput={(params) => (
        <TextField {...params} label={label} error={wrong !== undefined} helperText={wrong ?? hint} />
      )}
    />
  );
}
