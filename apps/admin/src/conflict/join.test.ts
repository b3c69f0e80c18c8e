import { describe, expect, it } from 'vitest';
import { answered, chosen, fieldsOf, followed, isChanged, joinFields, type Joined } from './join.ts';

describe('two people change the same thing at once', () => {
  const week = { '1': [{ from: '08:00', to: '17:00' }], '2': [{ from: '08:00', to: '17:00' }], '6': [] };
  const early = [{ from: '06:30', to: '17:00' }];
  const saturday = [{ from: '10:00', to: '14:00' }];
  const typing: Joined = { seen: 1, base: week, values: { ...week, '2': early }, rivals: [] };

  it('C8 hours of different days are put together, and nothing is asked', () => {
    const after = followed(typing, { ...week, '6': saturday }, 2);
    expect(after).toMatchObject({ seen: 2, values: { ...week, '2': early, '6': saturday }, rivals: [] });
    expect(isChanged(after)).toBe(true);
  });

  it('C8 of the same day both are shown and one is chosen; mine stays as it is typed by then', () => {
    const later = [{ from: '09:00', to: '17:00' }];
    const after = followed(typing, { ...week, '2': later }, 2);
    expect([after.values['2'], after.rivals]).toEqual([early, [{ field: '2', theirs: later }]]);
    expect(chosen(after, after.rivals[0]!, 'mine')).toMatchObject({ values: { '2': early }, rivals: [] });
    const taken = chosen(after, after.rivals[0]!, 'theirs');
    expect([taken.values['2'], taken.rivals, isChanged(taken)]).toEqual([later, [], false]);
    // not chosen yet, it is asked again whatever else is saved meanwhile
    expect(followed(after, { ...week, '2': later, '6': saturday }, 3).rivals).toEqual(after.rivals);
  });

  it('C3 what is typed goes on into the next round of an offer, whose versions count anew', () => {
    const base = { solution: '', note: 'a' };
    const first: Joined = { seen: 1, of: 'r1', base, values: { ...base, solution: 'Oak' }, rivals: [] };
    const next = followed(first, { ...base, note: 'b' }, 1, 'r2');
    expect(next).toMatchObject({ seen: 1, of: 'r2', values: { solution: 'Oak', note: 'b' }, rivals: [] });
    expect(isChanged(next)).toBe(true);
    expect(followed(next, base, 1, 'r2')).toBe(next);
  });

  it('what is read anew unchanged takes nothing of what was typed', () => {
    expect(followed(typing, week, 1)).toBe(typing);
    expect(followed(typing, week, 2).values).toEqual(typing.values);
  });

  it('what was sent is nobody else’s change, however the server tidied it; what was typed on stays', () => {
    const sent: Joined = { seen: 1, base: { note: 'a' }, values: { note: 'b ' }, rivals: [], sent: { note: 'b ' } };
    expect(followed(sent, { note: 'b' }, 2)).toBe(sent);
    const saved = followed(answered(sent, true), { note: 'b' }, 2);
    expect([saved.values, saved.rivals, isChanged(saved)]).toEqual([{ note: 'b' }, [], false]);
    const on = followed(answered({ ...sent, values: { note: 'b c' } }, true), { note: 'b ' }, 2);
    expect([on.values, on.rivals]).toEqual([{ note: 'b c' }, []]);
    // refused, it is typed and not stored
    expect(followed(answered(sent, false), { note: 'c' }, 2).rivals).toEqual([{ field: 'note', theirs: 'c' }]);
  });

  it('C7 a point’s phone that one changed stands beside the note of the other, and words language by language', () => {
    const point = { phone: '1', note: null, words: { en: { name: 'Desk' } } };
    const mine = { ...point, note: 'Long', words: { en: { name: 'Desk' }, 'zh-Hant': { name: '櫃檯' } } };
    const theirs = { ...point, phone: '2', words: { en: { name: 'Counter' } } };
    const { values, rivals } = joinFields(fieldsOf(point), fieldsOf(mine), fieldsOf(theirs));
    expect(rivals).toEqual([]);
    expect(values).toEqual({ phone: '2', note: 'Long', 'words.en.name': 'Counter', 'words.zh-Hant.name': '櫃檯' });
  });

  it('rows that are stored anew under other keys are the same rows', () => {
    const rows = (key: string) => ({ lines: [{ key, code: 'A' }] });
    const mine = { lines: [{ key: '1', code: 'B' }] };
    expect(joinFields(rows('1'), mine, rows('2'))).toEqual({ values: mine, rivals: [] });
  });

  it('an amount and a list are one value, and what is empty is empty', () => {
    expect(fieldsOf({ budget: { amount: 1, currency: 'GBP' }, list: ['a'] })).toEqual({
      budget: { amount: 1, currency: 'GBP' },
      list: ['a'],
    });
    expect(joinFields({ note: null }, { note: '' }, { note: 'x' }).values).toEqual({ note: 'x' });
  });
});
