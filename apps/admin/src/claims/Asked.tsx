import { Autocomplete, Box, TextField } from '@mui/material';
import type { ClaimKind } from '@perennial/domain/claims/claim';
import { exclusions } from '@perennial/domain/policies/kinds/exclusions';
import { extras } from '@perennial/domain/policies/kinds/extras';
import { responseTarget } from '@perennial/domain/policies/kinds/response-target';
import { defaultsOf } from '@perennial/domain/policies/kinds/form';
import { wordingOf } from '@perennial/domain/policies/phrases';
import type { PromiseSnapshot } from '@perennial/domain/policies/snapshot';
import { useRead } from '../api/useRead.ts';
import { ClaimPromisesDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { KindFields } from '../policies/editor/KindFields.tsx';

type Details = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What is said once for the whole claim: the service that is asked for, in words, and how urgently and by what way. */
export interface AskedFor {
  matter: string;
  response: Readonly<Record<string, unknown>>;
}

export const ASKED_NOTHING: AskedFor = { matter: '', response: {} };

/** What that says to the kinds of promise; what was left as it was is left out. */
export function saidOf({ matter, response }: AskedFor, kind: ClaimKind): Details {
  return {
    ...(matter.trim() !== '' && asksForMatter(kind) ? { [exclusions.kind]: { matter: [matter.trim()] } } : {}),
    // a service answers for its times itself: it names them among what it asks for
    ...(kind !== 'SERVICE' && Object.keys(response).length > 0 ? { [responseTarget.kind]: response } : {}),
  };
}

/** Goods that come back are no service, so nothing of it can be declared as not served. */
const asksForMatter = (kind: ClaimKind): boolean => kind !== 'RETURN';

interface Props {
  invoiceId: string;
  kind: ClaimKind;
  asked: AskedFor;
  onChange: (asked: AskedFor) => void;
}

/** Fields of terms that name what can be asked for: what is not served (C48), and for a service what is included (C20). */
const NAMING: Readonly<Record<string, string>> = { [exclusions.kind]: 'matters' };
const NAMING_SERVICE: Readonly<Record<string, string>> = { ...NAMING, [extras.kind]: 'items' };

/** Asks for them; what the promises of the purchase name is offered for choice. */
export function Asked({ invoiceId, kind, asked, onChange }: Props) {
  const t = useWords();
  const read = useRead(ClaimPromisesDocument, { id: invoiceId }, { enabled: asksForMatter(kind) });
  const language = useLanguage();
  const snapshots = (read.data?.invoice?.entitlements.nodes ?? []).flatMap(
    ({ snapshot }) => (snapshot?.body as PromiseSnapshot | undefined) ?? [],
  );
  const naming = kind === 'SERVICE' ? NAMING_SERVICE : NAMING;
  const named = snapshots.flatMap(({ terms }) =>
    terms.flatMap((term) => (naming[term.kind] ? (term.params[naming[term.kind]!] as string[]) : [])),
  );
  const worded = (matter: string) =>
    snapshots.map(({ phrases }) => wordingOf(matter, language, phrases)).find((each) => each !== matter) ?? matter;
  const unlessTold: Readonly<Record<string, unknown>> = defaultsOf(responseTarget.claim);
  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 2 }}>
      {kind !== 'SERVICE' && (
        <KindFields
          form={responseTarget.claim}
          values={{ ...unlessTold, ...asked.response }}
          onChange={(values) =>
            onChange({
              ...asked,
              response: Object.fromEntries(
                Object.entries(values).filter(([name, value]) => value !== unlessTold[name]),
              ),
            })
          }
          path={`details.${responseTarget.kind}`}
        />
      )}
      {asksForMatter(kind) && (
        <Autocomplete
          freeSolo
          // in the reader's words, which the rules take for the same name as the typed ones
          options={[...new Set(named.map(worded))]}
          filterOptions={(options, { inputValue }) => {
            const wanted = (text: string) => text.toLowerCase().includes(inputValue.trim().toLowerCase());
            const found = new Set(named.filter((each) => wanted(each) || wanted(worded(each))).map(worded));
            return options.filter((each) => found.has(each));
          }}
          inputValue={asked.matter}
          onInputChange={(_event, matter) => onChange({ ...asked, matter })}
          renderInput={(params) => (
            <TextField
              {...params}
              label={t('claims.new.matter')}
              helperText={t(kind === 'SERVICE' ? 'claims.new.matterHintService' : 'claims.new.matterHint')}
            />
          )}
        />
      )}
    </Box>
  );
}
