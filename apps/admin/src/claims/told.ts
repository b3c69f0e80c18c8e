import { isRecord } from '@perennial/domain/policies/kinds/form';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import { exclusions } from '@perennial/domain/policies/kinds/exclusions';
import { valueSaid } from '@perennial/domain/policies/sentences/values';
import type { Language } from '@perennial/domain/shared/language';

interface Line {
  code: string;
  details: unknown;
}

/**
 * What was told when the claim was made (condition, cause, wish …), as label and value, in the order of the lines and of
 * the forms that asked; each once where all lines say the same. The services that were asked for stand elsewhere, see
 * `namedIn`.
 */
export function toldIn(lines: readonly Line[], currency: string, language: Language): [string, string][] {
  const rows = lines.flatMap(({ code, details }) =>
    termKinds.flatMap(({ kind, claim }) => {
      const said = isRecord(details) && kind !== exclusions.kind ? details[kind] : undefined;
      if (!isRecord(said)) return [];
      return Object.entries(claim).flatMap(([name, field]) => {
        if (field.type === 'rows' || said[name] === undefined) return [];
        return [{ code, label: field.label[language], value: valueSaid(field, said[name], currency, language) }];
      });
    }),
  );
  const key = ({ label, value }: (typeof rows)[number]) => `${label}\u0000${value}`;
  const shared = (row: (typeof rows)[number]) =>
    lines.every(({ code }) => rows.some((each) => each.code === code && key(each) === key(row)));
  const told = rows.map((row): [string, string] => [shared(row) ? row.label : `${row.label} · ${row.code}`, row.value]);
  return [...new Map(told.map((row) => [row.join('\u0000'), row])).values()];
}
