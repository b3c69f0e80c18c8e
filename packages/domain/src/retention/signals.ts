import type { Signal } from './signal.ts';
import { fallingSpend } from './signals/falling-spend.ts';
import { overdue } from './signals/overdue.ts';
import { risingReturns } from './signals/rising-returns.ts';

/** Every signal that health is made of. A new one is its file, its test and a line here. */
export const SIGNALS: readonly Signal[] = [overdue, fallingSpend, risingReturns];
