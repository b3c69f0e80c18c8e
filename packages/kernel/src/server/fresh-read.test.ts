import { expect, it } from 'vitest';
import { freshRead } from './fresh-read.ts';

/** Reads that answer when they are told to, numbered in the order in which they began. */
function reads() {
  const begun: PromiseWithResolvers<number>[] = [];
  const ask = freshRead(() => {
    const one = Promise.withResolvers<number>();
    begun.push(one);
    return one.promise;
  });
  return { begun, ask, answer: (n: number) => begun[n]!.resolve(n) };
}

it('one read answers all who asked before it began, and none who asked after', async () => {
  const { begun, ask, answer } = reads();
  const first = ask();
  const [second, third] = [ask(), ask()];
  expect(begun).toHaveLength(1);
  answer(0);
  expect(await first).toBe(0);
  await Promise.resolve();
  expect(begun).toHaveLength(2);
  const fourth = ask();
  answer(1);
  expect(await Promise.all([second, third])).toEqual([1, 1]);
  await Promise.resolve();
  answer(2);
  expect(await fourth).toBe(2);
  const later = ask();
  answer(3);
  expect([await later, begun.length]).toEqual([3, 4]);
});

it('a read that fails fails those who shared it, and nobody after', async () => {
  const { begun, ask, answer } = reads();
  const first = ask();
  const second = ask();
  begun[0]!.reject(new Error('away'));
  await expect(first).rejects.toThrow('away');
  await Promise.resolve();
  answer(1);
  expect(await second).toBe(1);
});
