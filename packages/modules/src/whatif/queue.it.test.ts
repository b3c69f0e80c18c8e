import { rowsOf } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { jobContext } from '@perennial/kernel/write/jobs';
import { returnsWithin } from '@perennial/testkit/policies/promises';
import { trial, type Trial } from '@perennial/testkit/whatif/trial';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { takeUpAgain, workOff } from './queue-service.ts';
import { replay, type RunRow } from './run-service.ts';
import { whatIfRuns } from './table.ts';

let shop: Trial;
let server: Trial['server'];
let manager: Trial['manager'];
let policyId: string;
let start: Trial['start'];
let look: Trial['look'];

beforeAll(async () => {
  shop = await trial();
  ({ server, manager, policyId, start, look } = shop);
}, 120_000);

const uuidOf = (id: string): string => id.slice('WhatIfRun_'.length);

const stored = async (id: string): Promise<RunRow> =>
  (
    await server.db.orm
      .select()
      .from(whatIfRuns)
      .where(sql`id = ${uuidOf(id)}::uuid`)
  )[0]!;

describe('what-if runs in a queue', () => {
  it('tells by the hash of the words whether the draft is still what was replayed', async () => {
    const hash = async (terms: unknown) => {
      const { whatIfRun } = await start({ policyId, terms });
      const { whatIfRun: run } = await manager.data<{ whatIfRun: { termsHash: string } }>(
        `query ($id: ID!) { whatIfRun(id: $id) { termsHash } }`,
        { id: whatIfRun!.id },
      );
      return run.termsHash;
    };
    expect(await hash([returnsWithin(7)])).toBe(await hash([returnsWithin(7)]));
    expect(await hash([returnsWithin(7)])).not.toBe(await hash([returnsWithin(8)]));
    await server.settle();
  });

  it('the same words asked for again, at once or while they are under way, are one run', async () => {
    const asked = await Promise.all([1, 2, 3].map(() => start({ policyId, terms: [returnsWithin(11)] })));
    const ids = new Set(asked.map(({ whatIfRun }) => whatIfRun!.id));
    expect(ids.size).toBe(1);
    const run = await shop.ended(asked[0]!);
    expect(run.status).toBe('DONE');
    // what is done is asked for anew
    const again = await start({ policyId, terms: [returnsWithin(11)] });
    expect(ids.has(again.whatIfRun!.id)).toBe(false);
    await shop.ended(again);
  });

  it('one at a time, whoever asks; what waits is done in the end', async () => {
    const policies = await Promise.all(['One', 'Two', 'Three'].map((name) => shop.policy(name)));
    const asked = await Promise.all(policies.map((id) => start({ policyId: id, terms: [returnsWithin(12)] })));
    expect(new Set(asked.map(({ whatIfRun }) => whatIfRun!.id)).size).toBe(3);
    const most = new Set<number>();
    for (;;) {
      const { whatIfRuns: page } = await manager.data<{ whatIfRuns: { nodes: { status: string }[] } }>(
        '{ whatIfRuns(first: 20) { nodes { status } } }',
      );
      const among = (...statuses: string[]) => page.nodes.filter(({ status }) => statuses.includes(status)).length;
      most.add(among('RUNNING'));
      if (among('WAITING', 'RUNNING') === 0) break;
      await server.settle();
    }
    expect(Math.max(...most)).toBeLessThanOrEqual(1);
    for (const each of asked) expect((await look(each.whatIfRun!.id)).status).toBe('DONE');
  });

  it('waits while another runs, can be stopped while it waits, and is begun when that has ended', async () => {
    const other = await shop.policy('Other');
    const busy = newId();
    await server.db.orm.execute(sql`
      insert into what_if_runs (id, policy_id, terms_hash, terms, status, attempts, started_by, started_at)
      values (${busy}, ${other.slice('Policy_'.length)}, 'h', '[]', 'RUNNING', 1, 'x', now())`);
    const first = await start({ policyId, terms: [returnsWithin(13)] });
    await server.settle();
    await workOff(await jobContext(server.env));
    expect((await look(first.whatIfRun!.id)).status).toBe('WAITING');
    expect((await shop.stop(first.whatIfRun!.id)).whatIfRun!.status).toBe('STOPPED');
    const second = await start({ policyId, terms: [returnsWithin(14)] });
    await server.db.orm.execute(sql`update what_if_runs set status = 'DONE' where id = ${busy}`);
    await workOff(await jobContext(server.env));
    // its own start may have begun it first
    expect((await shop.ended(second)).status).toBe('DONE');
    expect((await look(first.whatIfRun!.id)).status).toBe('STOPPED');
  });

  it('can be stopped; and a newer one of the same policy stops the one that is under way', async () => {
    const first = await start({ policyId, terms: [returnsWithin(7)] });
    const second = await start({ policyId, terms: [returnsWithin(9)] });
    expect(['STOPPED', 'DONE']).toContain((await look(first.whatIfRun!.id)).status);
    const stopped = await shop.stop(second.whatIfRun!.id);
    expect(['STOPPED', 'DONE']).toContain(stopped.whatIfRun!.status);
    await server.settle();
  });
});

describe('what-if after the program died', () => {
  /** As a process leaves it that was killed halfway through. */
  async function cutOff(attempts: number): Promise<{ id: string; whole: RunRow }> {
    const run = await shop.ended(await start({ policyId, terms: [returnsWithin(7)] }));
    const whole = await stored(run.id);
    await server.db.orm.execute(sql`
      update what_if_runs set status = 'RUNNING', attempts = ${attempts}, done = 3, result = null, finished_at = null
      where id = ${whole.id}`);
    return { id: run.id, whole };
  }
  const effects = (id: string) =>
    rowsOf(
      server.db.orm,
      sql`select customer_id, won, lost, lost_value::text from what_if_effects where run_id = ${id} order by customer_id`,
    );

  it('what was cut off begins anew by itself and comes to the same', async () => {
    const { id, whole } = await cutOff(1);
    const before = await effects(whole.id);
    expect(before.length).toBeGreaterThan(0);
    await takeUpAgain(await jobContext(server.env));
    expect(await look(id)).toMatchObject({ done: 0 });
    await server.settle();
    const run = await shop.ended({ whatIfRun: await look(id), userErrors: [] });
    expect(run).toMatchObject({ status: 'DONE', done: run.total, failure: null });
    expect(run.result).toEqual(whole.result);
    expect(await effects(whole.id)).toEqual(before);
  });

  it('what is cut off again is over, and says so; a new one can be asked for', async () => {
    const { id } = await cutOff(2);
    await takeUpAgain(await jobContext(server.env));
    expect(await look(id)).toMatchObject({ status: 'FAILED', failure: 'INTERRUPTED' });
    const again = await shop.ended(await start({ policyId, terms: [returnsWithin(7)] }));
    expect(again.status).toBe('DONE');
  });

  it('a process that was taken for dead writes nothing more', async () => {
    const { whole } = await cutOff(2);
    await server.db.orm.execute(sql`delete from what_if_effects where run_id = ${whole.id}`);
    await replay(await jobContext(server.env), { ...whole, attempts: 1 });
    expect(await effects(whole.id)).toEqual([]);
    expect(await stored(`WhatIfRun_${whole.id}`)).toMatchObject({ status: 'RUNNING', done: 3, result: null });
    await server.db.orm.execute(sql`update what_if_runs set status = 'STOPPED' where id = ${whole.id}`);
  });
});

describe('what-if refusals', () => {
  it('refuses what cannot be tried with the field and a remedy', async () => {
    expect((await start({ policyId })).userErrors).toMatchObject([{ code: 'WHAT_IF_NOTHING' }]);
    expect((await start({ policyId, terms: [returnsWithin(0)] })).userErrors).toMatchObject([
      { code: 'TERM_OUT_OF_RANGE', path: ['terms', '0', 'params', 'days'] },
    ]);
  });

  it('is for those who keep policies; everybody may look', async () => {
    const agent = await server.as('AGENT');
    const refused = await agent.ask(
      `mutation { whatIfStart(input: { policyId: "${policyId}", terms: [] }) { userErrors { code } } }`,
    );
    expect(JSON.stringify(refused)).toContain('FORBIDDEN');
    await expect(agent.data('{ whatIfRuns(first: 1) { totalCount } }')).resolves.toBeDefined();
  });
});
