import { z } from 'zod';
import { entity, type Infer } from '../shared/entity.ts';
import { DomainError } from '../shared/errors.ts';
import { f } from '../shared/fields.ts';
import { casesOf, type Cases } from './cases.ts';
import type { Cut } from './compare.ts';
import { termKinds } from './kinds/all.ts';
import { belowBound, keyCells, rowNames } from './floor-bound.ts';
import type { Cell } from './kinds/form.ts';
import type { TermKind } from './kinds/kind.ts';
import { kindOf, type Term } from './terms.ts';

/**
 * Below this no version may go, whoever approves it (S11, 絕不能為了省成本而砍服務): every term of `kind` promises at
 * least `bound` in `field` (of a table: in `cell` of the row called `row`), and what such a term promises is not withdrawn.
 */
export const policyFloor = entity('PolicyFloor', {
  plural: 'policyFloors',
  owner: 'reference',
  fields: {
    kind: f.text({ max: 60, filter: true }),
    field: f.text({ max: 60 }),
    row: f.text({ max: 400, nullable: true }),
    cell: f.text({ max: 60, nullable: true }),
    bound: f.json(z.unknown(), {}),
    reason: f.text({ max: 500 }),
    setBy: f.text({ max: 200, pii: 'indirect', write: 'never' }),
    createdAt: f.instant({ sort: true, write: 'never' }),
  },
});

export type PolicyFloor = Infer<typeof policyFloor>;

/** What the rule needs to know of a floor. */
export type Floor = Pick<PolicyFloor, 'kind' | 'field' | 'row' | 'cell' | 'bound' | 'reason'>;

/** The declaration of what a floor holds, else `UNKNOWN_TERM_KIND`, `UNKNOWN_TERM_FIELD`. */
function declared(floor: Pick<Floor, 'kind' | 'field' | 'row' | 'cell'>, kinds: readonly TermKind[]): Cell {
  const kind = kindOf(floor.kind, kinds);
  const field = kind.params[floor.field];
  const unknown = (name: string, known: readonly string[], path: string) =>
    new DomainError('UNKNOWN_TERM_FIELD', `${name} is not a field here; it can be ${known.join(', ')}.`, {
      path: [path],
      params: { field: name, known },
    });
  if (!field) throw unknown(floor.field, Object.keys(kind.params), 'field');
  if (field.type !== 'rows') return field;
  const cell = field.cells[floor.cell ?? ''];
  if (!cell) throw unknown(floor.cell ?? '', Object.keys(field.cells), 'cell');
  return cell;
}

/**
 * Refuses a floor on a field that has no better and worse (`FLOOR_WITHOUT_DIRECTION`), on a row without its name
 * (`FLOOR_ROW_MISSING`) or with one that no row can have (`FLOOR_ROW_UNKNOWN`), or with a bound that a term could not
 * hold (`TERM_OUT_OF_RANGE`).
 */
export function checkFloor(floor: Omit<Floor, 'reason'>, kinds: readonly TermKind[] = termKinds): void {
  const field = declared(floor, kinds);
  const { better } = field;
  if (better === undefined || better === 'neutral' || better === 'same') {
    throw new DomainError(
      'FLOOR_WITHOUT_DIRECTION',
      `${floor.field} has no better and worse, so there is nothing below it; choose another field.`,
      { path: ['field'], params: { kind: floor.kind, field: floor.field } },
    );
  }
  const table = kindOf(floor.kind, kinds).params[floor.field];
  if (table?.type === 'rows' && !floor.row) {
    throw new DomainError('FLOOR_ROW_MISSING', `${floor.field} is a table; name the row the floor is for in "row".`, {
      path: ['row'],
      params: { field: floor.field },
    });
  }
  if (table?.type === 'rows' && keyCells(table, floor.row ?? '') === null) {
    throw new DomainError(
      'FLOOR_ROW_UNKNOWN',
      `No row of ${floor.field} can be called "${floor.row}"; name one as ${rowNames(table)}.`,
      { path: ['row'], params: { field: floor.field, row: floor.row, names: rowNames(table) } },
    );
  }
  // the kind's own reader knows what the field may hold
  const fits =
    field.type === 'int' || field.type === 'money'
      ? Number.isInteger(floor.bound) && (floor.bound as number) >= field.min && (floor.bound as number) <= field.max
      : field.type === 'bool'
        ? typeof floor.bound === 'boolean'
        : field.type === 'choice'
          ? field.options.some(({ value }) => value === floor.bound)
          : Array.isArray(floor.bound) && floor.bound.every((each) => typeof each === 'string');
  if (fits) return;
  throw new DomainError(
    'TERM_OUT_OF_RANGE',
    `bound is ${JSON.stringify(floor.bound)}, which ${floor.field} of ${floor.kind} can never hold; give a value that it can.`,
    {
      path: ['bound'],
      params: {
        field: floor.field,
        value: floor.bound,
        ...('min' in field ? { min: field.min } : {}),
        ...('max' in field ? { max: field.max } : {}),
      },
    },
  );
}

/** A promise that lies below a floor; `value` null: nothing is promised there any more. */
export interface BelowFloor<Set extends Floor = Floor> {
  floor: Set;
  termId: string;
  value: unknown;
  /** The purchases of which the term speaks; short names of terms mean nothing to who reads the refusal. */
  shared: Cases | null;
}

/**
 * Where terms go below the floors. A floor speaks of what is promised: a version without any term of its kind keeps it,
 * unless it withdraws one (`cuts`), which is the lowest promise of all.
 */
export function belowFloors<Set extends Floor>(
  terms: readonly Term[],
  cuts: readonly Cut[],
  floors: readonly Set[],
  kinds: readonly TermKind[] = termKinds,
): BelowFloor<Set>[] {
  return floors.flatMap((floor) => {
    declared(floor, kinds);
    const kind = kindOf(floor.kind, kinds);
    const below: BelowFloor<Set>[] = terms
      .filter((term) => term.kind === floor.kind)
      .flatMap((term) => {
        const value = belowBound(kind, floor, term.params);
        return value === undefined ? [] : [{ floor, termId: term.id, value, shared: casesOf(term.appliesTo) }];
      });
    const withdrawn = cuts.filter((cut) => cut.kind === floor.kind && cut.withdrawn && cut.termId !== null);
    return [
      ...below,
      ...withdrawn.map((cut) => ({ floor, termId: cut.termId!, value: null, shared: cut.cases[0] ?? null })),
    ];
  });
}

/** Refuses terms below a floor with `BELOW_FLOOR`, naming the first term, its value and the bound. */
export function checkFloors(
  terms: readonly Term[],
  cuts: readonly Cut[],
  floors: readonly Floor[],
  kinds: readonly TermKind[] = termKinds,
): void {
  const [first] = belowFloors(terms, cuts, floors, kinds);
  if (!first) return;
  const { floor, termId, value, shared } = first;
  const where = floor.row ? `${floor.field} (${floor.row}, ${floor.cell})` : floor.field;
  const given = value === null ? 'is no longer promised' : `is ${JSON.stringify(value)}`;
  throw new DomainError(
    'BELOW_FLOOR',
    `${where} of the term "${termId}" ${given}; the floor is ${JSON.stringify(floor.bound)} (${floor.reason}). ` +
      'No approval goes below a floor: keep to it, or have an owner remove it.',
    {
      path: ['terms'],
      params: {
        termId,
        kind: floor.kind,
        field: floor.field,
        row: floor.row,
        cell: floor.cell,
        value,
        bound: floor.bound,
        reason: floor.reason,
        shared,
      },
    },
  );
}
