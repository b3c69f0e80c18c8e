import { expect, test } from 'vitest';
import type { Dictionary } from '../i18n/provider.ts';
import { words as en } from '../i18n/en/index.ts';
import { words as hans } from '../i18n/zh-Hans/index.ts';
import { words as hant } from '../i18n/zh-Hant/index.ts';

/** What a service point says, and how its form calls it. */
const FIELDS = {
  name: 'name',
  phone: 'phone',
  address: 'address',
  email: 'email',
  website: 'website',
  region: 'region',
  calendarId: 'hours',
  note: 'note',
  active: 'active',
} as const;

test.each([en, hant, hans])(
  'C1, C9 a field of a service point is called the same in its form, where two people changed it, and in the trail',
  ({ audit, fields, points }) => {
    const called = (field: string) =>
      [audit.fieldOf.ServicePoint, audit.field, fields.field].map((some: Dictionary) => some[field]).find(Boolean);
    for (const [field, word] of Object.entries(FIELDS)) expect(called(field)).toBe(points[word]);
  },
);
