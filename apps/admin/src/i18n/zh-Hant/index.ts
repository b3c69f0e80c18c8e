import type { Words } from '../en/index.ts';
import { auth } from './auth.ts';
import { customers } from './customers.ts';
import { errors } from './errors.ts';
import { fields } from './fields.ts';
import { home } from './home.ts';
import { partners } from './partners.ts';
import { plans } from './plans.ts';
import { policies } from './policies.ts';
import { products } from './products.ts';
import { ra } from './ra.ts';
import { shell } from './shell.ts';
import { values } from './values.ts';
import { warnings } from './warnings.ts';

export const words: Words = {
  auth,
  customers,
  errors,
  fields,
  home,
  partners,
  plans,
  policies,
  products,
  ra,
  shell,
  values,
  warnings,
};
