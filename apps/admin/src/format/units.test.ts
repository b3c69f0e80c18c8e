import { expect, it } from 'vitest';
import { unitsOf } from './units.ts';

it('a typed number is taken as it was typed, or not at all', () => {
  expect(['0', '5', '5.25', '1.1', '-5', '5.255', ''].map((each) => unitsOf(each, 100))).toEqual(
    // what was not said is not nothing off
    [0, 500, 525, 110, undefined, undefined, undefined],
  );
});
