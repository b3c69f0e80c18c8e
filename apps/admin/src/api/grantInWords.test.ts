import { expect, test } from 'vitest';
import { words as en } from '../i18n/en/index.ts';
import { words as hans } from '../i18n/zh-Hans/index.ts';
import { words as hant } from '../i18n/zh-Hant/index.ts';
import { grantInWords } from './grantInWords.ts';

test.each(Object.entries({ en, 'zh-Hant': hant, 'zh-Hans': hans }))(
  'S10 a refused grant is named as the page of the agreement names it, in %s',
  (_language, { fields, errors }) => {
    const translate = (key: string, { _ }: { _: string }) => {
      const [, list, name] = key.split('.') as [string, 'entity' | 'field', string];
      return (fields[list] as Record<string, string>)[name] ?? _;
    };
    const said = grantInWords({ field: 'Customer.touchpoints', target: 'Touchpoint' }, translate);
    expect(said).toEqual({ field: fields.field.touchpoints, target: fields.entity.Touchpoint });
    const sentence = errors.GRANT_INCOMPLETE.replace(/%\{(\w+)\}/g, (_, name: string) => said[name] ?? '');
    expect(sentence).not.toMatch(/touchpoints|Touchpoint\b|undefined/);
    expect(sentence).toContain(fields.entity.Touchpoint);
    expect(grantInWords({ field: 'Customer.madeUp' }, translate)).toEqual({ field: 'madeUp' });
  },
);

test('refusals that name a field of another sort keep their own words', () => {
  expect(grantInWords({ field: 'days', value: 3 }, () => 'never')).toEqual({});
  expect(grantInWords({ field: 'shop.example' }, () => 'never')).toEqual({});
  expect(grantInWords({}, () => 'never')).toEqual({});
});
