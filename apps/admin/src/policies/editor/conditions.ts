import { EVERYTHING, type Applicability } from '@perennial/domain/policies/applicability';

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

/** Whether the condition says something. */
export const isSet = (to: Applicability, name: Condition): boolean => {
  const value = to[name];
  return Array.isArray(value) ? value.length > 0 : value !== null;
};

/** The conditions without one of them. */
export const dropped = (to: Applicability, name: Condition): Applicability => ({ ...to, [name]: EVERYTHING[name] });
