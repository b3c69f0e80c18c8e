import { fork, type ChildProcess } from 'node:child_process';
import { Agent } from 'node:http';
import { cpus } from 'node:os';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { freePort, startPostgres } from '../databases/postgres-cluster.ts';
import { cpuSeconds } from './cpu.ts';
import { FULL } from './data.ts';
import { ask, round, type Call } from './load.ts';
import { OWNER, prepare, type Prepared } from './prepare.ts';
import { Q1, Q2, Q3, REGIONS, SEGMENTS } from './questions.ts';
import { table, type Measured } from './report.ts';

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: String(FULL.customers) },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '32' },
  },
});
const connections = Number(values.connections);
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const children: ChildProcess[] = [];
process.once('exit', () => children.forEach((child) => child.kill()));

interface Server {
  name: string;
  child: ChildProcess;
  port: number;
}

async function start(name: string, file: string, port: number, env: Record<string, string>): Promise<Server> {
  const child = fork(new URL(file, import.meta.url), {
    env: { ...process.env, ...env, PORT: String(port), NODE_ENV: 'production' },
  });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready`)));
  });
  return { name, child, port };
}

interface Contestant {
  server: Server;
  name: string;
  call: () => Call;
}

async function measure(question: string, contestants: readonly Contestant[], postgresPid: number): Promise<string> {
  await sameAnswers(question, contestants);
  const measured: Measured[] = contestants.map(({ name }) => ({ name, rounds: [] }));
  for (const { call } of contestants) await round(connections, 2, call);
  for (let r = 0; r < Number(values.rounds); r++) {
    for (const [i, { server, call, name }] of contestants.entries()) {
      const before = [cpuSeconds(server.child.pid ?? 0), cpuSeconds(postgresPid)];
      const result = await round(connections, Number(values.seconds), call);
      const after = [cpuSeconds(server.child.pid ?? 0), cpuSeconds(postgresPid)];
      measured[i]?.rounds.push({
        ...result,
        serverCpu: (after[0] ?? 0) - (before[0] ?? 0),
        databaseCpu: (after[1] ?? 0) - (before[1] ?? 0),
      });
      say(`${question} round ${r + 1} ${name}: ${(result.requests / result.seconds).toFixed(0)}/s`);
    }
  }
  return table(question, measured);
}

/** Speed of different answers is no comparison: each contestant must say the same. */
async function sameAnswers(question: string, contestants: readonly Contestant[]): Promise<void> {
  const agent = new Agent();
  const [first, ...others] = contestants;
  if (!first) return;
  const fixed = first.call().body;
  const variables = (JSON.parse(fixed) as { variables: object }).variables;
  const answers: unknown[] = [];
  for (const { call } of [first, ...others]) {
    const body = JSON.stringify({ ...(JSON.parse(call().body) as object), variables });
    answers.push(momentsAside(JSON.parse(await ask(agent, { ...call(), body }))));
  }
  agent.destroy();
  for (const [i, answer] of answers.entries()) {
    if (!isDeepStrictEqual(answer, answers[0]))
      throw new Error(`${question}: ${contestants[i]?.name} answers differently from ${first.name}`);
  }
}

/** One moment may be spelt in several ways. */
function momentsAside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(momentsAside);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, momentsAside(v)]));
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : value;
}

async function signIn(origin: string): Promise<string> {
  const response = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: OWNER.email, password: OWNER.password }),
  });
  if (!response.ok) throw new Error(`sign-in answered ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

// as a server in service would run: what is committed is on disk
const cluster = await startPostgres([
  'fsync=on',
  'synchronous_commit=on',
  'full_page_writes=on',
  'shared_buffers=2GB',
  'max_wal_size=8GB',
]);
try {
  const ready: Prepared = await prepare(cluster, { ...FULL, customers: Number(values.customers) }, say);
  const env = {
    DATABASE_URL: ready.databaseUrl,
    PARTNER_DATABASE_URL: ready.partnerUrl,
    BENCH_READY: JSON.stringify(ready),
  };
  const limit = await start('limit', './limit-server.ts', await freePort(), env);
  const product = await start('product', './product-server.ts', await freePort(), env);
  const loader = await start('dataloader', './dataloader-server.ts', await freePort(), env);
  const silent = await start('product without receipt', './product-server.ts', await freePort(), {
    ...env,
    BENCH_RECEIPTS: 'off',
  });

  let turn = 0;
  const next = (): number => turn++;
  const q1 = () => ({ id: `Customer_${ready.customerIds[next() % ready.customerIds.length]}` });
  const page = () => {
    const n = next();
    return { region: REGIONS[n % 8], segment: SEGMENTS[Math.floor(n / 8) % 5] };
  };
  const shared = () => ({ region: ready.region, segment: SEGMENTS[next() % 5] });
  const to =
    (server: Server, path: string, query: string, variables: () => object, headers: Record<string, string> = {}) =>
    (): Call => ({
      port: server.port,
      path,
      headers,
      body: JSON.stringify({ query, variables: variables() }),
    });
  const origin = `http://127.0.0.1:${product.port}`;
  const staff = { cookie: await signIn(origin), origin };
  const bearer = { authorization: `Bearer ${ready.apiKey}` };
  const frame = { ...bearer, 'x-agreement': ready.agreementId, 'x-key': ready.keyId };

  const tables = [
    await measure(
      'Q1: one customer by id, 8 fields',
      [
        { name: 'limit: node:http + one SQL', server: limit, call: to(limit, '/q1', Q1, q1) },
        { name: 'Perennial', server: product, call: to(product, '/graphql', Q1, q1, staff) },
        { name: 'Apollo + DataLoader', server: loader, call: to(loader, '/', Q1, q1) },
      ],
      cluster.pid,
    ),
    await measure(
      'Q2: page of 50 with touchpoints and open returns',
      [
        { name: 'limit: node:http + one SQL', server: limit, call: to(limit, '/q2', Q2, page) },
        { name: 'Perennial', server: product, call: to(product, '/graphql', Q2, page, staff) },
        { name: 'Apollo + DataLoader', server: loader, call: to(loader, '/', Q2, page) },
      ],
      cluster.pid,
    ),
    await measure(
      'Q3: Q2 for an agreement over 10,000 customers',
      [
        { name: 'limit: node:http + one SQL, same frame', server: limit, call: to(limit, '/q3', Q3, shared, frame) },
        { name: 'Perennial without receipt', server: silent, call: to(silent, '/partner/graphql', Q3, shared, bearer) },
      ],
      cluster.pid,
    ),
    await measure(
      'Q3 with the receipt',
      [
        { name: 'limit with a receipt', server: limit, call: to(limit, '/q3-receipt', Q3, shared, frame) },
        { name: 'Perennial', server: product, call: to(product, '/partner/graphql', Q3, shared, bearer) },
      ],
      cluster.pid,
    ),
  ];
  console.log(
    `${values.rounds} rounds of ${values.seconds} s, ${connections} connections, ${values.customers} customers, ${cpus().length} × ${cpus()[0]?.model ?? ''}, Node ${process.version}\n`,
  );
  console.log(tables.join('\n'));
  for (const child of children) child.kill();
} finally {
  await cluster.stop();
}
