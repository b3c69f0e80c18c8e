import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Autocomplete, Chip, createFilterOptions, FormHelperText, TextField } from '@mui/material';
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { useFormat } from '../format/useFormat.ts';
import { useWords, type WordKey } from '../i18n/useWords.ts';
import { holdsComma, readWords, unknownOf, wordsOf, type WhatIsKnown } from './knownWords.ts';

interface Props {
  id?: string;
  /** Read out; shown only with `labelled`. */
  label?: string;
  labelled?: boolean;
  value: readonly string[];
  /** What exists already, with what it is called; left out: words are free. */
  of?: WhatIsKnown;
  /** Only what is known may be chosen; anything else is refused at the field. */
  closed?: boolean;
  /** Says of a value (`%{words}`) that nothing carries it yet; left out: that needs no saying. */
  unknown?: WordKey;
  /** How a value is called that is not among the known ones. */
  word?: (value: string) => string;
  wrong?: boolean;
  hint?: ReactNode;
  describedBy?: string | undefined;
  onChange: (value: string[]) => void;
  /** Told what is being typed, where the known values are looked up by it. */
  onType?: (text: string) => void;
  onLeave?: () => void;
}

const FREE: WhatIsKnown = { known: [], settled: false };

/**
 * Several words, each with a button to drop it; Enter, a comma (Chinese ones as well) or leaving the field adds one. A
 * word that means something known, by its code or its name, becomes it.
 */
export function WordsControl(props: Props) {
  const { id, label, labelled = false, value, of = FREE, closed = false, unknown, wrong = false } = props;
  const { hint, describedBy, word = (each) => each, onChange, onType, onLeave } = props;
  const { known, settled } = of;
  const t = useWords();
  const format = useFormat();
  const own = useId();
  // words typed before it was known what there is
  const early = useRef<string[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);
  // the same list as long as it says the same: another one empties the field while somebody types
  const said = JSON.stringify(value);
  const chosenNow = useMemo(() => JSON.parse(said) as string[], [said]);
  const called = (each: string) => known.find((one) => one.value === each)?.label ?? word(each);
  const strange = unknown ? unknownOf(value, of) : [];
  const take = (words: readonly string[]) => {
    const read = readWords(words, known, closed, value);
    setRefused(read.refused);
    if (!settled) early.current.push(...read.values.filter((each) => !value.includes(each)));
    onChange(read.values);
  };
  useEffect(() => {
    if (!settled || early.current.length === 0) return;
    const kept = value.filter((each) => !early.current.includes(each));
    early.current = [];
    const read = readWords(value, known, closed, kept);
    if (read.values.join('\n') !== value.join('\n')) onChange(read.values);
  });
  const bad = wrong || refused.length > 0;
  const helperId = refused.length > 0 || strange.length > 0 || hint ? `${own}-said` : undefined;
  return (
    <Autocomplete
      {...(id ? { id } : {})}
      multiple
      freeSolo
      size="small"
      disableClearable
      filterSelectedOptions
      options={known.map((each) => each.value)}
      filterOptions={createFilterOptions({ stringify: (each) => `${called(each)} ${each}`, limit: 200 })}
      value={chosenNow}
      getOptionLabel={called}
      onChange={(_event, next) => take(next)}
      onInputChange={(_event, text, reason) => {
        if (reason === 'input') onType?.(text);
        if (reason === 'input' && holdsComma(text)) take([...value, ...wordsOf(text)]);
      }}
      onBlur={(event) => {
        const typed = event.target instanceof HTMLInputElement ? event.target.value : '';
        if (typed.trim() !== '') take([...value, ...wordsOf(typed)]);
        onLeave?.();
      }}
      clearOnBlur
      renderValue={(chosen, itemProps) =>
        chosen.map((each, index) => {
          const { key, ...rest } = itemProps({ index });
          const warned = strange.includes(each);
          return (
            <Chip
              key={key}
              size="small"
              variant="outlined"
              color={warned ? 'warning' : 'default'}
              {...(warned ? { icon: <WarningIcon /> } : {})}
              label={called(each)}
              {...rest}
            />
          );
        })
      }
      renderInput={(params) => (
        <>
          <TextField
            {...params}
            {...(labelled ? { label } : { hiddenLabel: true })}
            error={bad}
            placeholder={value.length === 0 ? t('policyEditor.clause.type') : ''}
            slotProps={{
              htmlInput: {
                ...params.inputProps,
                ...(labelled ? {} : { 'aria-label': label }),
                'aria-describedby': [describedBy, helperId].filter(Boolean).join(' ') || undefined,
                'aria-invalid': bad || undefined,
              },
            }}
          />
          {helperId && (
            <FormHelperText component="div" id={helperId} error={bad} sx={{ mx: labelled ? 1.75 : 0 }}>
              {refused.length > 0 && (
                <div role="alert">
                  {t('choices.refused', {
                    words: format.list(refused),
                    known: format.list(known.map((each) => each.label)),
                  })}
                </div>
              )}
              {unknown && strange.length > 0 && (
                <div role="status">{t(unknown, { words: format.list(strange), smart_count: strange.length })}</div>
              )}
              {hint}
            </FormHelperText>
          )}
        </>
      )}
      sx={{ minWidth: 200, maxWidth: labelled ? undefined : 480, flex: '1 1 200px' }}
    />
  );
}
