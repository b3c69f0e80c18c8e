import { EVERYTHING, type Applicability } from '@perennial/domain/policies/applicability';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Problems } from './problems.ts';

/** The conditions of a term in the order in which a sentence says them: the product, the purchase, the customer. */
export const CONDITIONS = [
  'productCodes',
  'categories',
  'complexity',
  'minValue',
  'maxValue',
  'regions',
  'segments',
  'minTenure',
  'maxTenure',
] as const satisfies readonly (keyof Applicability)[];

export type Condition = (typeof CONDITIONS)[number];

/** Whom a term is for while it is written. */
export interface Narrowing {
  to: Applicability;
  /** Conditions somebody worked on: they stay, empty or not, until they are removed. */
  begun: readonly Condition[];
}

/** Whether the condition says something. */
export const isSet = (to: Applicability, name: Condition): boolean => {
  const value = to[name];
  return Array.isArray(value) ? value.length > 0 : value !== null;
};

/** The conditions that are shown. */
export const saidBy = (of: Narrowing): Condition[] =>
  CONDITIONS.filter((name) => isSet(of.to, name) || of.begun.includes(name));

/** Those among them that say nothing (yet, or any more). */
export const unfilled = (of: Narrowing): Condition[] => saidBy(of).filter((name) => !isSet(of.to, name));

/** An empty condition as something to be mended: left out in silence, its term would be for everybody. */
export const unfilledProblems = (of: Narrowing): Problems =>
  new Map(
    unfilled(of).map((name) => [
      `appliesTo.${name}`,
      new DomainError('TERM_FIELD_MISSING', `${name} is empty; fill it in, or remove the condition.`, {
        path: ['appliesTo', name],
        params: { field: name },
      }),
    ]),
  );

/** A product is named by its code or by its category: naming both would leave one without effect (see `readApplicability`). */
const RIVALS: Partial<Record<Condition, Condition>> = { productCodes: 'categories', categories: 'productCodes' };

/** The conditions that can be added. */
export const addable = (of: Narrowing): Condition[] => {
  const said = saidBy(of);
  return CONDITIONS.filter((name) => !said.includes(name) && !said.some((each) => each === RIVALS[name]));
};

/** Whether a condition that was removed cannot be brought back any more once `added` was added. */
export const barredBy = (added: Condition, removed: Condition): boolean =>
  removed === added || removed === RIVALS[added];

/** Where somebody who removed a condition goes on: at the one that took its place, else at the one before it. */
export const neighbourOf = (of: Narrowing, name: Condition): Condition | undefined => {
  const said = saidBy(of);
  const at = said.indexOf(name);
  return said[at + 1] ?? said[at - 1];
};

/** With one more condition, to be filled in. */
export const begun = (of: Narrowing, name: Condition): Narrowing => ({
  ...of,
  begun: [...of.begun.filter((each) => each !== name), name],
});

/** With what one condition says now; said to be nothing, it stays to be filled in. */
export const filled = (of: Narrowing, name: Condition, value: unknown): Narrowing =>
  begun({ ...of, to: { ...of.to, [name]: value } }, name);

/** With a condition that was removed, as it was in `before`. */
export const restored = (of: Narrowing, name: Condition, before: Narrowing): Narrowing =>
  begun({ ...of, to: { ...of.to, [name]: before.to[name] } }, name);

/** Without one of the conditions. */
export const dropped = (of: Narrowing, name: Condition): Narrowing => ({
  to: { ...of.to, [name]: EVERYTHING[name] },
  begun: of.begun.filter((each) => each !== name),
});
