import { checkSegments } from '../customers/segments.ts';
import { DomainError } from '../shared/errors.ts';
import { readApplicability, type Applicability } from './applicability.ts';
import { termKinds } from './kinds/all.ts';
import { isRecord } from './kinds/form.ts';
import type { TermKind } from './kinds/kind.ts';

/** One clause of a version: what is promised (`kind`, `params`) to which purchases (`appliesTo`). */
export interface Term {
  /** Short name, unique within the version; kept from version to version so that they can be compared. */
  id: string;
  kind: string;
  params: Readonly<Record<string, unknown>>;
  appliesTo: Applicability;
}

const TERM_ID = /^[a-z0-9][a-z0-9-]{0,59}$/;
const MAX_TERMS = 200;

/** The kind by its name; an unknown one is refused with `UNKNOWN_TERM_KIND`, naming those that exist. */
export function kindOf(name: string, kinds: readonly TermKind[] = termKinds, path: string[] = ['kind']): TermKind {
  const kind = kinds.find((each) => each.kind === name);
  if (kind) return kind;
  const known = kinds.map((each) => each.kind);
  throw new DomainError('UNKNOWN_TERM_KIND', `"${name}" is not a kind of term; choose one of ${known.join(', ')}.`, {
    path,
    params: { kind: name, known },
  });
}

/**
 * Reads terms as an admin or a file wrote them. Everything wrong is refused with an error that names the field by its
 * path and says what would be right; see `readForm` and `readApplicability` for the codes, besides `BAD_TERM_ID`,
 * `DUPLICATE_TERM_ID`, `TOO_MANY_TERMS` and, for what is no list, `TERM_OUT_OF_RANGE`.
 */
export function readTerms(values: unknown, kinds: readonly TermKind[] = termKinds): Term[] {
  if (!Array.isArray(values)) {
    throw new DomainError('TERM_OUT_OF_RANGE', `terms takes a list of at most ${MAX_TERMS} terms, such as [].`, {
      path: ['terms'],
      params: { field: 'terms' },
    });
  }
  if (values.length > MAX_TERMS) {
    throw new DomainError('TOO_MANY_TERMS', `terms takes a list of at most ${MAX_TERMS} terms.`, {
      path: ['terms'],
      params: { max: MAX_TERMS },
    });
  }
  const seen = new Set<string>();
  return values.map((value: unknown, index) => {
    const path = ['terms', String(index)];
    const given = isRecord(value) ? value : {};
    const { id } = given;
    if (typeof id !== 'string' || !TERM_ID.test(id)) {
      throw new DomainError(
        'BAD_TERM_ID',
        'A term needs an id of small letters, digits and hyphens, at most 60, such as returns-30.',
        {
          path: [...path, 'id'],
          params: { value: id },
        },
      );
    }
    if (seen.has(id)) {
      throw new DomainError('DUPLICATE_TERM_ID', `Two terms are called ${id}; rename one of them.`, {
        path: [...path, 'id'],
        params: { id },
      });
    }
    seen.add(id);
    const kind = kindOf(String(given.kind), kinds, [...path, 'kind']);
    return {
      id,
      kind: kind.kind,
      params: kind.readParams(given.params, [...path, 'params']),
      appliesTo: readApplicability(given.appliesTo, [...path, 'appliesTo']),
    };
  });
}

/**
 * Refuses terms that are for a segment by what it is called in place of its code (`SEGMENT_BY_NAME`): they would cover
 * nobody. Asked when terms are written, never when they are read, and what `before` says already passes, so that
 * whatever was stored stays readable.
 */
export function checkTermSegments(terms: readonly Term[], before: readonly Term[] = []): void {
  const kept = before.flatMap((term) => term.appliesTo.segments);
  for (const [index, { appliesTo }] of terms.entries()) {
    checkSegments(appliesTo.segments, ['terms', String(index), 'appliesTo', 'segments'], kept);
  }
}
