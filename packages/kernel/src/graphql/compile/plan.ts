import type { Actor } from '../../auth/actor.ts';
import type { Model } from '../model.ts';

/** What a parameter may draw on when the plan runs. */
export interface PlanInput {
  variables: Readonly<Record<string, unknown>>;
  actor: Actor;
}

export type Binding = (input: PlanInput) => unknown;

/** Where in the answer a derived field stands; `*` stands for every element of a list. */
export interface DerivedSpot {
  path: readonly string[];
  needs: readonly string[];
  derive: (row: Record<string, unknown>) => unknown;
}

/**
 * A document, for one shape of its variables, as ONE statement. Its single text column is the answer's JSON; for
 * partners it is preceded by an array literal of the customers on the pages and a line feed.
 */
export interface Plan {
  sql: string;
  bindings: readonly Binding[];
  derived: readonly DerivedSpot[];
  /** Models the answer draws on: the caller's role must be allowed to read each. */
  models: ReadonlySet<Model>;
  /** `Type.field` of everything selected, filtered or sorted on. */
  touched: ReadonlySet<string>;
  /** How often it ran; recurring plans become prepared statements. */
  uses: number;
}

export function parametersOf(plan: Plan, input: PlanInput): unknown[] {
  return plan.bindings.map((binding) => binding(input));
}

/** Collects what a plan needs while its SQL is written. */
export class PlanWriter {
  readonly bindings: Binding[] = [];
  readonly derived: DerivedSpot[] = [];
  readonly models = new Set<Model>();
  readonly touched = new Set<string>();
  /** `name as (…)`: the pages of a partner's root fields. */
  readonly pages: { name: string; sql: string; shown: string }[] = [];
  private aliases = 0;

  bind(binding: Binding, type: string): string {
    this.bindings.push(binding);
    return `$${this.bindings.length}::${type}`;
  }

  alias(): string {
    return `t${this.aliases++}`;
  }

  touch(model: Model, field: string): void {
    this.models.add(model);
    this.touched.add(`${model.entity.name}.${field}`);
  }
}

const SQL_TYPES: Record<string, string> = {
  text: 'text',
  enum: 'text',
  int: 'int',
  money: 'bigint',
  unitPrice: 'bigint',
  bool: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  id: 'uuid',
  ref: 'uuid',
};

/** PostgreSQL type that a field's parameters are cast to. */
export function sqlType(kind: string): string {
  const type = SQL_TYPES[kind];
  if (!type) throw new TypeError(`a ${kind} field cannot be compared`);
  return type;
}

/** A PostgreSQL array literal: the drivers then need to know nothing about the element type. */
export function arrayLiteral(values: readonly unknown[]): string {
  return `{${values.map((v) => `"${String(v).replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
}
