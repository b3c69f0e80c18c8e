import { readFileSync } from 'node:fs';
import { parse, type ObjectTypeDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import { fields as en } from '../i18n/en/fields.ts';
import { fields as hans } from '../i18n/zh-Hans/fields.ts';
import { fields as hant } from '../i18n/zh-Hant/fields.ts';
import { KEEPING } from './fieldWords.ts';

function typesOf(schema: string): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(new URL(`../../../../${schema}`, import.meta.url), 'utf8');
  const types = parse(text).definitions.filter(
    (each): each is ObjectTypeDefinitionNode => each.kind === 'ObjectTypeDefinition',
  );
  return new Map(types.map(({ name, fields = [] }) => [name.value, fields.map((field) => field.name.value)]));
}

// The committed partner schema holds all that can be granted; of the same types staff see what is never shared, too.
const partner = typesOf('partner.graphql');
const entities = [...typesOf('staff.graphql')].filter(([name, names]) => partner.has(name) && names.includes('id'));

test.each(Object.entries({ en, 'zh-Hant': hant, 'zh-Hans': hans }))(
  'whatever the page of an agreement names has a word of its own in %s',
  (_language, words) => {
    expect(entities.map(([name]) => name)).toContain('Customer');
    expect(entities.map(([name]) => name).filter((name) => !(name in words.entity))).toEqual([]);
    const named = entities.flatMap(([name, names]) =>
      names
        .filter((field) => partner.get(name)?.includes(field) || !KEEPING.test(field))
        .map((field) => [name, field] as const),
    );
    expect(named).toContainEqual(['Customer', 'quotes']);
    expect(named.filter(([, field]) => !(field in words.field)).map((each) => each.join('.'))).toEqual([]);
  },
);
