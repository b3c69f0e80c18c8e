import { Box, Checkbox, FormControlLabel, TextField } from '@mui/material';
import type { ClaimKind } from '@perennial/domain/claims/claim';
import { kindsAsked } from '@perennial/domain/claims/answering-kinds';
import { saidUnlessTold } from '@perennial/domain/claims/decide-claim';
import type { TermKind } from '@perennial/domain/policies/kinds/kind';
import { useFormat } from '../format/useFormat.ts';
import type { ClaimPurchaseQuery } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { KindFields } from '../policies/editor/KindFields.tsx';
import { problemsBy } from '../policies/editor/problems.ts';
import { productWords } from '../products/productWords.ts';

type Line = NonNullable<ClaimPurchaseQuery['invoice']>['invoiceLines']['nodes'][number];
type Details = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What is said about a line that is in the claim. */
export interface Chosen {
  /** As typed. */
  pieces: string;
  serialFailed: string;
  details: Details;
}

interface Props {
  line: Line;
  kind: ClaimKind;
  chosen: Chosen | undefined;
  /** What was refused about the number of pieces. */
  badPieces: string | undefined;
  /** undefined: out of the claim again. */
  onChange: (chosen: Chosen | undefined) => void;
}

/** One line of the purchase: whether it is in the claim, how many pieces, and what each kind of promise wants to know. */
export function LineChoice({ line, kind, chosen, badPieces, onChange }: Props) {
  const t = useWords();
  const format = useFormat();
  const name = productWords(line.code, line.description);
  return (
    <Box role="group" aria-label={name}>
      <FormControlLabel
        control={
          <Checkbox
            checked={chosen !== undefined}
            onChange={(_event, checked) =>
              onChange(checked ? { pieces: '1', serialFailed: '', details: {} } : undefined)
            }
          />
        }
        label={`${name} × ${format.number(line.quantity)}`}
      />
      {chosen && (
        <Box sx={{ display: 'grid', gap: 2, pl: { xs: 1, sm: 4 }, py: 1 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
            <TextField
              type="number"
              label={t('claims.new.pieces', { bought: line.quantity })}
              value={chosen.pieces}
              onChange={(event) => onChange({ ...chosen, pieces: event.target.value })}
              error={badPieces !== undefined}
              helperText={badPieces}
              slotProps={{ htmlInput: { min: 1, max: line.quantity, step: 1 } }}
              sx={{ width: 180 }}
            />
            {kind !== 'RETURN' && (
              <TextField
                label={t('claims.serial.failed')}
                value={chosen.serialFailed}
                onChange={(event) => onChange({ ...chosen, serialFailed: event.target.value })}
              />
            )}
          </Box>
          <Said kind={kind} details={chosen.details} onChange={(details) => onChange({ ...chosen, details })} />
        </Box>
      )}
    </Box>
  );
}

/** The claim forms of the kinds of promise that answer; those that answer only when asked stand behind a box to tick. */
function Said({
  kind,
  details,
  onChange,
}: {
  kind: ClaimKind;
  details: Details;
  onChange: (details: Details) => void;
}) {
  const language = useLanguage();
  const t = useWords();
  const { always, asked } = kindsAsked(kind);
  const set = (name: string, values: Readonly<Record<string, unknown>>) => onChange({ ...details, [name]: values });
  const fields = (term: TermKind) => {
    const unlessTold = saidUnlessTold(kind, term);
    // only what was really said is sent: for the rest the server knows better, such as the repairs on record
    const told = (values: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(
        Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(unlessTold[name])),
      );
    const values = { ...unlessTold, ...details[term.kind] };
    return (
      Object.keys(term.claim).length > 0 && (
        <KindFields
          form={term.claim}
          values={values}
          problems={problemsBy(term.claim, values, ['details', term.kind])}
          onChange={(said) => set(term.kind, told(said))}
          path={`details.${term.kind}`}
        />
      )
    );
  };
  return (
    <>
      {always.map((term) => (
        <Box key={term.kind}>{fields(term)}</Box>
      ))}
      {asked.map((term) => {
        const { [term.kind]: said, ...others } = details;
        return (
          <Box key={term.kind}>
            <FormControlLabel
              control={
                <Checkbox
                  checked={said !== undefined}
                  onChange={(_event, checked) => (checked ? set(term.kind, {}) : onChange(others))}
                />
              }
              label={t('claims.new.alsoBy', { kind: term.label[language] })}
            />
            {said !== undefined && fields(term)}
          </Box>
        );
      })}
    </>
  );
}
