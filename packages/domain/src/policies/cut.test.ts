import { expect, it } from 'vitest';
import { outgrown } from './cut.ts';

it.each([
  [{ affected: 0, valueAtRisk: 0 }, { affected: 0, valueAtRisk: 0 }, false],
  [{ affected: 0, valueAtRisk: 0 }, { affected: 1, valueAtRisk: 0 }, true],
  [{ affected: 0, valueAtRisk: 0 }, { affected: 0, valueAtRisk: 1 }, true],
  [{ affected: 4, valueAtRisk: 100 }, { affected: 5, valueAtRisk: 125 }, false],
  [{ affected: 4, valueAtRisk: 100 }, { affected: 6, valueAtRisk: 100 }, true],
  [{ affected: 4, valueAtRisk: 100 }, { affected: 4, valueAtRisk: 126 }, true],
  [{ affected: 400, valueAtRisk: 100 }, { affected: 1, valueAtRisk: 1 }, false],
])('S11 approved for %o, now %o: outgrown is %s', (approved, now, yes) => expect(outgrown(approved, now)).toBe(yes));
