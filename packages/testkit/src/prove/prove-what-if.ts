/**
 * `npm run prove:what-if -- FILE [pglite|postgres]`: what is promised about trying a draft on the past, proved on a real
 * file: every return invoice is accounted for, progress is seen, and the totals are those of deciding the claims one by
 * one through the API. Ends with 1 when a promise is broken.
 */
import { createReadStream } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { WhatIfResult } from '@perennial/domain/whatif/tally';
import { openDatabase } from '@perennial/kernel/db/database';
import { dayIn } from '@perennial/kernel/write/business';
import { jobContext } from '@perennial/kernel/write/jobs';
import { importFile } from '@perennial/modules/importing/index';
import { startPostgres } from '../databases/postgres-cluster.ts';
import { migrateAll } from '../databases/migrate-all.ts';
import type { GraphQLClient } from '../server/graphql-client.ts';
import { testServer } from '../server/test-server.ts';
import { decideOneByOne, totalsOf } from '../whatif/one-by-one.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
let broken = 0;

function check(holds: boolean, promise: string): void {
  say(`${holds ? 'ok    ' : 'BROKEN'} ${promise}`);
  if (!holds) broken += 1;
}

interface Run {
  id: string;
  status: string;
  done: number;
  total: number;
  failure: string | null;
  result: WhatIfResult | null;
}

const promised = (days: number, more: object = {}) => ({
  id: 'returns',
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
  ...more,
});

/** The policy that is in force in the proof, and the draft that is tried against it. */
const PUBLISHED = [promised(30)];
const TRIED = [promised(14), promised(60, { id: 'key', appliesTo: { segments: ['KEY'] } })];

/** Numbers of the return invoices in the file itself, and how many of them name no customer; read without the importer. */
async function returnInvoicesOf(file: string): Promise<{ all: Set<string>; nobody: Set<string> }> {
  const plain = createReadStream(file);
  const input = file.endsWith('.gz') ? plain.pipe(createGunzip()) : plain;
  const all = new Set<string>();
  const named = new Set<string>();
  for await (const line of createInterface({ input })) {
    const number = /^"?(C\d+)/.exec(line)?.[1];
    if (!number) continue;
    all.add(number);
    // the customer is the last but one value; descriptions hold commas, countries do not
    if (/,"?\d+(\.0)?"?,[^,]*$/.test(line)) named.add(number);
  }
  return { all, nobody: all.difference(named) };
}

async function policyInForce(manager: GraphQLClient): Promise<string> {
  const made = await manager.data<{ policyCreate: { policy: { id: string }; policyVersion: { id: string } } }>(
    'mutation { policyCreate(input: { name: "Proof" }) { policy { id } policyVersion { id } userErrors { code } } }',
  );
  const { policy, policyVersion } = made.policyCreate;
  for (const [mutation, input] of [
    ['policyVersionSave', { id: policyVersion.id, version: 1, terms: PUBLISHED, effectiveFrom: '2010-12-01' }],
    ['policyVersionPublish', { id: policyVersion.id, version: 2 }],
  ] as const) {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const answer = await manager.data<Record<string, { userErrors: unknown[] }>>(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code message } } }`,
      { input },
    );
    if (answer[mutation]!.userErrors.length > 0) throw new Error(JSON.stringify(answer));
  }
  return policy.id;
}

async function prove(name: string, where: { databaseUrl?: string; dataDir: string }, file: string): Promise<void> {
  say(`\n${name}`);
  const db = await openDatabase(where);
  await migrateAll(db);
  const server = await testServer({ db, limits: { staffPerMinute: 1_000_000 } });
  try {
    await importFile(await jobContext(server.env), file, { by: 'proof' });
    await server.settle();
    const manager = await server.as('POLICY_MANAGER');
    const policyId = await policyInForce(manager);
    await server.settle();

    const cpu = process.cpuUsage();
    const began = performance.now();
    const started = await manager.data<{ whatIfStart: { whatIfRun: Run | null; userErrors: unknown[] } }>(
      `mutation ($input: WhatIfStartInput!) { whatIfStart(input: $input) { whatIfRun { id } userErrors { code message } } }`,
      { input: { policyId, terms: TRIED } },
    );
    const answered = performance.now() - began;
    const { id } = started.whatIfStart.whatIfRun!;
    const seen = new Set<number>();
    let slowest = 0;
    let run: Run;
    for (;;) {
      const asked = performance.now();
      ({ whatIfRun: run } = await manager.data<{ whatIfRun: Run }>(
        `query ($id: ID!) { whatIfRun(id: $id) { id status done total failure result } }`,
        { id },
      ));
      slowest = Math.max(slowest, performance.now() - asked);
      if (run.status !== 'RUNNING' && run.status !== 'WAITING') break;
      seen.add(run.done);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const took = (performance.now() - began) / 1000;
    const used = process.cpuUsage(cpu);
    const worked = (used.user + used.system) / 1e6;
    check(run.status === 'DONE', `the replay ends: ${run.status} ${run.failure ?? ''}`);
    if (!run.result) return;
    say(
      `figure ${took.toFixed(1)} s (this process worked ${worked.toFixed(1)} s of it); asked for in ${answered.toFixed(0)} ms; slowest look meanwhile ${slowest.toFixed(0)} ms`,
    );
    check(seen.size > 2, `progress is seen: ${[...seen].join(', ')} of ${run.total} customers`);
    await proveInvoices(run.result, file);
    say(`       ${run.result.outcomes.map((o) => `${o.outcome} ${o.before.claims}→${o.after.claims}`).join(', ')}`);
    say(
      `       winners ${run.result.winners.customers}, losers ${run.result.losers.customers}; cost ${JSON.stringify(run.result.cost.after)}; purchases ${JSON.stringify(run.result.purchases)}`,
    );

    const oneByOne = await decideOneByOne(manager, { policyId, terms: TRIED }, (moment) =>
      dayIn('Europe/London', new Date(moment)),
    );
    const same = JSON.stringify(oneByOne) === JSON.stringify(totalsOf(run.result));
    check(same, `the totals are those of deciding one by one through the API: ${JSON.stringify(oneByOne.after)}`);
    say(`figure one by one through the API: ${((performance.now() - began) / 1000 - took).toFixed(1)} s`);
  } finally {
    await server.close();
    await db.close();
  }
}

async function proveInvoices({ invoices }: WhatIfResult, file: string): Promise<void> {
  const { all, nobody } = await returnInvoicesOf(file);
  const parts = [
    ['judged', invoices.judged],
    ['judged in part', invoices.partly],
    ...invoices.notJudged.map(({ reason, invoices: n }) => [reason, n] as const),
  ] as const;
  const sum = parts.reduce((total, [, n]) => total + n, 0);
  check(
    sum === all.size && invoices.all === all.size,
    `all ${all.size} return invoices of the file are accounted for: ${parts.map(([what, n]) => `${what} ${n}`).join(' + ')}`,
  );
  const unnamed = invoices.notJudged.find(({ reason }) => reason === 'NO_CUSTOMER')?.invoices ?? 0;
  check(unnamed === nobody.size, `${unnamed} of them name no customer, as the file says`);
}

const [file, only] = process.argv.slice(2);
if (!file) {
  process.stderr.write('Which file? npm run prove:what-if -- FILE [pglite|postgres]\n');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'perennial-proof-'));
try {
  if (only !== 'postgres') await prove('PGlite', { dataDir: join(folder, 'pglite') }, file);
  if (only !== 'pglite') {
    const cluster = await startPostgres(['fsync=on', 'synchronous_commit=on', 'full_page_writes=on']);
    try {
      await prove('PostgreSQL', { dataDir: join(folder, 'postgres'), databaseUrl: cluster.url() }, file);
    } finally {
      await cluster.stop();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
say(broken === 0 ? '\nEvery promise holds.' : `\n${broken} promises are broken.`);
process.exit(broken === 0 ? 0 : 1);
