import { describe, expect, it } from 'vitest';
import { toldIn } from './told.ts';

const line = (code: string, details: unknown) => ({ code, details });

describe('C11 a claim shows what was told when it was made', () => {
  it('by the labels of the forms that asked, what is shared once', () => {
    const broken = { remedy: { condition: 'DEFECT', wish: 'REFUND' }, warranty: { part: 'Knob' } };
    expect(toldIn([line('A', broken)], 'GBP', 'en').map(([, value]) => value)).toEqual(
      expect.arrayContaining(['Knob', 'a refund']),
    );
    const rows = toldIn([line('A', broken), line('B', { ...broken, warranty: { part: 'Lid' } })], 'GBP', 'en');
    expect(
      rows.filter(([label]) => label.endsWith(' · A') || label.endsWith(' · B')).map(([, value]) => value),
    ).toEqual(['Knob', 'Lid']);
    expect(rows).toHaveLength(4);
  });

  it('and nothing where nothing was told, or what stands elsewhere', () => {
    expect(
      toldIn([line('A', null), line('B', {}), line('C', { exclusions: { matter: ['Engraving'] } })], 'GBP', 'en'),
    ).toEqual([]);
  });
});
