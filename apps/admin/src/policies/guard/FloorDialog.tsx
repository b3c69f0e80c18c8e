import { Alert } from '@mui/material';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import type { Cell } from '@perennial/domain/policies/kinds/form';
import { useState } from 'react';
import { FormDataConsumer, NumberInput, required, SelectArrayInput, SelectInput, TextInput } from 'react-admin';
import { useWrite } from '../../api/useWrite.ts';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { minorUnits } from '../../format/format.ts';
import { useFormat } from '../../format/useFormat.ts';
import { PolicyFloorSetDocument } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { boundsOf, minorOf, outOfRange } from '../editor/outOfRange.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { wordsIn, WordsInput } from '../../ui/WordsInput.tsx';
import { standingAt, type StandingFloor } from './standingAt.ts';
import { useValueText } from './useValueText.ts';

interface Entered {
  kind: string;
  /** Field, or field and cell of a table with a point between them. */
  what: string;
  row?: string;
  bound: unknown;
  reason: string;
}

interface Choice {
  id: string;
  declared: Cell;
  table: boolean;
}

/** What of a kind has a better and a worse, and so can have a floor. */
function choicesOf(kind: string | undefined): Choice[] {
  const params = termKinds.find((each) => each.kind === kind)?.params ?? {};
  const known = (cell: Cell) => cell.better !== undefined && cell.better !== 'neutral' && cell.better !== 'same';
  return Object.entries(params).flatMap(([name, field]): Choice[] =>
    field.type === 'rows'
      ? Object.entries(field.cells)
          .filter(([, cell]) => known(cell))
          .map(([cell, declared]) => ({ id: `${name}.${cell}`, declared, table: true }))
      : known(field)
        ? [{ id: name, declared: field, table: false }]
        : [],
  );
}

function boundOf(declared: Cell, entered: unknown, currency: string): unknown {
  if (declared.type === 'money') return minorOf(Number(entered), minorUnits(currency));
  if (declared.type === 'bool') return entered === 'true';
  if (declared.type === 'words') return wordsIn(entered);
  return entered;
}

interface Props {
  /** Those that stand by now; the one for the same field is shown, and replaced by who has seen it. */
  floors: readonly StandingFloor[];
  onClose: () => void;
}

export function FloorDialog({ floors, onClose }: Props) {
  const t = useWords();
  const language = useLanguage();
  const { currency } = useBusiness();
  /** The one that a refusal told of: its row may be called otherwise than it was typed. */
  const [told, setTold] = useState<string>();
  const [set] = useWrite(PolicyFloorSetDocument, {
    say: false,
    onRefusal: ({ code, problems }) => code === 'FLOOR_STANDS' && setTold(String(problems[0]?.params?.floorId)),
  });
  const standingFor = (chosen: Partial<Entered>) =>
    standingAt(floors, chosen) ??
    floors.find(({ id, kind, field }) => id === told && kind === chosen.kind && field === chosen.what?.split('.')[0]);
  const submit = async (entered: Entered) => {
    const { kind, what, row, bound, reason } = entered;
    const choice = choicesOf(kind).find((each) => each.id === what);
    const [field = '', cell] = what.split('.');
    const given = choice ? boundOf(choice.declared, bound, currency) : bound;
    const place = { kind, field, ...(cell ? { cell, row: row ?? '' } : {}) };
    const seen = standingFor(entered);
    return (await set({ ...place, bound: given, reason, ...(seen ? { replaces: seen.id } : {}) })).errors;
  };
  return (
    <FormDialog<Entered>
      open
      title={t('policyGuard.floors.add')}
      action={t('policyGuard.floors.set')}
      maxWidth="xs"
      onClose={onClose}
      onSubmit={submit}
    >
      <SelectInput
        source="kind"
        label={t('policyGuard.floors.kind')}
        validate={required()}
        helperText={false}
        choices={termKinds
          .filter(({ kind }) => choicesOf(kind).length > 0)
          .map(({ kind, label }) => ({ id: kind, name: label[language] }))}
      />
      <FormDataConsumer<Entered>>
        {({ formData }) => {
          const choices = choicesOf(formData.kind);
          const chosen = choices.find((each) => each.id === formData.what);
          const standing = standingFor(formData);
          return (
            <>
              <SelectInput
                source="what"
                label={t('policyGuard.floors.field')}
                validate={required()}
                helperText={false}
                disabled={choices.length === 0}
                choices={choices.map(({ id, declared }) => ({ id, name: declared.label[language] }))}
              />
              {chosen?.table && (
                <TextInput
                  source="row"
                  label={t('policyGuard.floors.row')}
                  validate={required()}
                  helperText={t('policyGuard.floors.rowHint')}
                />
              )}
              {chosen && <Bound key={chosen.id} declared={chosen.declared} />}
              {standing && <Standing floor={standing} />}
            </>
          );
        }}
      </FormDataConsumer>
      <TextInput source="reason" label={t('policyGuard.floors.reason')} validate={required()} helperText={false} />
    </FormDialog>
  );
}

/** What stands there: whoever sets another sees what they replace. */
function Standing({ floor }: { floor: StandingFloor }) {
  const t = useWords();
  const { currency } = useBusiness();
  const { text } = useValueText(currency)(floor.kind, floor.field, floor.cell);
  const { bound, setBy: who, reason } = floor;
  return <Alert severity="info">{t('policyGuard.floors.stands', { bound: text(bound), who, reason })}</Alert>;
}

function Bound({ declared }: { declared: Cell }) {
  const t = useWords();
  const language = useLanguage();
  const format = useFormat();
  const { currency } = useBusiness();
  /** Bounds of the field are bounds of its floor; the value is as it was typed. */
  const within = (entered: unknown) => {
    const bounds = boundsOf(declared);
    if (bounds?.type !== 'int' && bounds?.type !== 'money') return undefined;
    const bound = Number(boundOf(declared, entered, currency));
    const fits = Number.isInteger(bound) && bound >= bounds.min && bound <= (bounds.max ?? bound);
    return fits ? undefined : outOfRange(bounds, bound, currency, t, format);
  };
  const common = {
    source: 'bound',
    label: t('policyGuard.floors.bound'),
    validate: [required(), within],
    helperText: false,
  };
  switch (declared.type) {
    case 'int':
      return (
        <NumberInput
          {...common}
          step={1}
          helperText={[
            declared.unit[language],
            ...(declared.special ?? []).map((each) =>
              t('policyGuard.floors.special', { value: each.value, label: each.label[language] }),
            ),
          ].join(' · ')}
        />
      );
    case 'money':
      return <NumberInput {...common} />;
    case 'bool':
      return (
        <SelectInput
          {...common}
          choices={[
            { id: 'true', name: t('policyGuard.floors.yes') },
            { id: 'false', name: t('policyGuard.floors.no') },
          ]}
        />
      );
    case 'choice':
    case 'choices': {
      const choices = declared.options.map(({ value, label }) => ({ id: value, name: label[language] }));
      return declared.type === 'choice' ? (
        <SelectInput {...common} choices={choices} />
      ) : (
        <SelectArrayInput {...common} choices={choices} />
      );
    }
    case 'words':
      return <WordsInput {...common} />;
    case 'text':
      return <TextInput {...common} />;
  }
}
