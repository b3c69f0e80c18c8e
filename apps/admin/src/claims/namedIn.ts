import { exclusions } from '@perennial/domain/policies/kinds/exclusions';
import { isRecord } from '@perennial/domain/policies/kinds/form';

/** The services that were asked for by a name, in the words in which they were; each once, however many lines say it. */
export function namedIn(lines: readonly { details: unknown }[]): string[] {
  const named = lines.flatMap(({ details }): unknown[] => {
    const said = isRecord(details) ? details[exclusions.kind] : undefined;
    return isRecord(said) && Array.isArray(said['matter']) ? said['matter'] : [];
  });
  return [...new Set(named.filter((each) => typeof each === 'string').map((each) => each.trim()))].filter(Boolean);
}
