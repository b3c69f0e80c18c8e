import { describe, expect, it } from 'vitest';
import { checkStaffChange } from './staff.ts';

const owner = { role: 'OWNER', active: true } as const;
const agent = { role: 'AGENT', active: true } as const;

describe('changing members of staff', () => {
  it.each([{ role: 'AGENT' as const }, { active: false }])('keeps the last owner (%j)', (change) => {
    expect(() => checkStaffChange({ self: false, before: owner, change, activeOwners: 1 })).toThrow(
      expect.objectContaining({ code: 'LAST_OWNER', path: [Object.keys(change)[0]] }),
    );
  });

  it('lets no owner step down by their own hand', () => {
    expect(() => checkStaffChange({ self: true, before: owner, change: { active: false }, activeOwners: 2 })).toThrow(
      expect.objectContaining({ code: 'OWN_ACCOUNT' }),
    );
    checkStaffChange({ self: false, before: owner, change: { active: false }, activeOwners: 2 });
  });

  it('does not mind what happens to others, or to a name', () => {
    checkStaffChange({ self: true, before: owner, change: { name: 'Mai' }, activeOwners: 1 });
    checkStaffChange({ self: false, before: agent, change: { active: false }, activeOwners: 1 });
    checkStaffChange({ self: false, before: { ...owner, active: false }, change: { role: 'AGENT' }, activeOwners: 1 });
    checkStaffChange({ self: false, before: agent, change: { role: 'OWNER' }, activeOwners: 1 });
  });
});
