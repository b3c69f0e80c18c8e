import { expect, test } from 'vitest';
import { ownerChoices } from './ownerChoices.ts';

const mai = { id: '1', name: 'Mai' };
const left = { id: '2', name: 'Left last year' };

test('an owner who no longer works here is still shown as the owner', () => {
  expect(ownerChoices([mai], left)).toEqual([mai, left]);
});

test('nobody is offered twice', () => {
  expect(ownerChoices([mai], mai)).toEqual([mai]);
  expect(ownerChoices([mai], null)).toEqual([mai]);
});
