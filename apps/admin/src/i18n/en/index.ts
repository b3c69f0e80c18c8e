import type { Same } from '../same.ts';
import { auth } from './auth.ts';
import { customers } from './customers.ts';
import { errors } from './errors.ts';
import { home } from './home.ts';
import { ra } from './ra.ts';
import { shell } from './shell.ts';
import { values } from './values.ts';

export const words = { auth, customers, errors, home, ra, shell, values };

/** Every sentence of the dashboard; another language has the same keys or does not compile. */
export type Words = Same<typeof words>;
