import { afterAll } from 'vitest';
import { closeOpened } from './opened.ts';

// a set-up file runs before every test file, so this is the last of that file's hooks
afterAll(closeOpened);
