import { expect, test } from 'vitest';
import { isLastStep } from './lastStep.ts';

test('an import that writes, or whose database answers no more after reading, is at its last step', () => {
  for (const phase of ['PREPARING', 'MOVING', 'MATCHING', 'VALUES'] as const)
    expect(isLastStep({ phase, fraction: 0.6 }, false), phase).toBe(true);
  expect(isLastStep({ phase: 'READING', fraction: 0.491 }, true)).toBe(true);
});

test('while the file is read the share of it is shown, also where an answer is late', () => {
  expect(isLastStep({ phase: 'READING', fraction: 0.491 }, false)).toBe(false);
  expect(isLastStep({ phase: 'READING', fraction: 0.1 }, true)).toBe(false);
  expect(isLastStep({ phase: 'WAITING', fraction: 0 }, true)).toBe(false);
  expect(isLastStep({ phase: 'DONE', fraction: 1 }, true)).toBe(false);
  expect(isLastStep({ phase: null, fraction: 0 }, true)).toBe(false);
});
