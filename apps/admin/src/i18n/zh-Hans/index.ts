import type { Words } from '../en/index.ts';
import { auth } from './auth.ts';
import { customers } from './customers.ts';
import { errors } from './errors.ts';
import { home } from './home.ts';
import { ra } from './ra.ts';
import { shell } from './shell.ts';
import { values } from './values.ts';

export const words: Words = { auth, customers, errors, home, ra, shell, values };
