import type { Words } from '../en/index.ts';
import { audit } from './audit.ts';
import { auth } from './auth.ts';
import { calendars } from './calendars.ts';
import { choices } from './choices.ts';
import { claims } from './claims.ts';
import { customers } from './customers.ts';
import { errors } from './errors.ts';
import { fields } from './fields.ts';
import { fulfilment } from './fulfilment.ts';
import { home } from './home.ts';
import { importing } from './importing.ts';
import { operations } from './operations.ts';
import { partners } from './partners.ts';
import { plans } from './plans.ts';
import { points } from './points.ts';
import { policies } from './policies.ts';
import { policyEditor } from './policyEditor.ts';
import { policyGuard } from './policyGuard.ts';
import { products } from './products.ts';
import { promises } from './promises.ts';
import { quotes } from './quotes.ts';
import { ra } from './ra.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { staff } from './staff.ts';
import { values } from './values.ts';
import { warnings } from './warnings.ts';
import { sales } from './sales.ts';
import { whatIf } from './whatIf.ts';

export const words: Words = {
  audit,
  auth,
  calendars,
  choices,
  claims,
  customers,
  errors,
  fields,
  fulfilment,
  home,
  importing,
  operations,
  partners,
  plans,
  points,
  policies,
  policyEditor,
  policyGuard,
  products,
  promises,
  quotes,
  ra,
  settings,
  shell,
  staff,
  values,
  warnings,
  sales,
  whatIf,
};
