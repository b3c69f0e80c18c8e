import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LruMap } from './lru.ts';

test('what was used longest ago falls out first, and whoever cares is told', () => {
  const dropped: number[] = [];
  const map = new LruMap<string, number>(2, (value) => dropped.push(value));
  map.set('a', 1);
  map.set('b', 2);
  expect(map.get('a')).toBe(1);
  map.set('c', 3);
  expect(dropped).toEqual([2]);
  expect(map.get('b')).toBeUndefined();
  expect([map.get('a'), map.get('c'), map.size]).toEqual([1, 3, 2]);
  map.clear();
  expect([dropped, map.size]).toEqual([[2, 1, 3], 0]);
});

test('it holds the last used and never more than its size', () => {
  const steps = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 9 })), { maxLength: 60 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), steps, (max, of) => {
      const map = new LruMap<number, number>(max);
      let recent: number[] = [];
      for (const [write, key] of of) {
        const known = recent.includes(key);
        if (write) map.set(key, key);
        else expect(map.get(key)).toBe(known ? key : undefined);
        if (write || known) recent = [key, ...recent.filter((other) => other !== key)].slice(0, max);
        expect(map.size).toBe(recent.length);
      }
    }),
  );
});
