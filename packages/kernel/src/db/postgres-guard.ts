import { registerHooks } from 'node:module';

/**
 * postgres.js 3.4.9 does not survive a server that dies (upstream #1154). When a socket closes it is set to null, but
 * (1) statements still sent to that connection are written from a timer into the null socket: an uncaught TypeError
 *     ends the process;
 * (2) the buffer and the timer of the last write are not reset: the next connection never sends its greeting, so that
 *     slot of the pool is lost until a restart;
 * (3) the answer-less statement of the old session stays "current" in the new one;
 * (4) a transaction or reservation that outlives its session goes on writing into whatever session took its slot: its
 *     late statements, and its rollback, would land in somebody else's transaction;
 * (5) a reservation that had to open a connection is never answered (without `fetch_types`), and one whose connection
 *     failed stays in the queue, where it later swallows a good connection for ever;
 * (6) a COPY that the server refuses after its last byte waits for ever.
 *
 * The package has no seam for any of this, so its source is changed while it is loaded: only the places below, each of
 * which must be found exactly once. With another version of the package that fails at the start, and somebody looks.
 */
const PLACES: Record<string, readonly (readonly [found: string, replacement: string])[]> = {
  '/postgres/src/connection.js': [
    // (1) refuse instead of writing; `true` keeps the connection out of the queue of full ones
    [
      `    if (stream)\n      return queryError(q, Errors.generic('COPY_IN_PROGRESS'`,
      `    if (!socket)\n      return queryError(q, Errors.connection('CONNECTION_CLOSED', options)), true\n\n` +
        `    if (stream)\n      return queryError(q, Errors.generic('COPY_IN_PROGRESS'`,
    ],
    // (1) answers of a sign-in are computed asynchronously and may come after the close
    [
      `    const x = socket.write(chunk, fn)\n`,
      `    if (!socket)\n      return chunk = nextWriteTimer = null, true\n\n    const x = socket.write(chunk, fn)\n`,
    ],
    // (2) before a reconnect that continues with the statement the connection was opened for
    [
      `    socket.removeAllListeners()\n    socket = null\n`,
      `    socket.removeAllListeners()\n    socket = null\n    chunk = nextWriteTimer = null\n    connection.epoch++\n`,
    ],
    // (3)
    [
      `    closedTime = performance.now()\n`,
      `    query = results = errorResponse = final = null\n    result = new Result()\n    closedTime = performance.now()\n`,
    ],
    // (6)
    [
      `    stream && (stream.destroy(err), stream = null)\n`,
      `    stream && (stream.destroy(err), stream = null)\n    final && (final(err), final = null)\n`,
    ],
    // (5)
    [
      `      initial && !initial.reserve && execute(initial)\n      options.shared.retries = retries = 0\n      initial = null\n      return\n`,
      `      const reservation = initial.reserve && initial\n      !reservation && execute(initial)\n` +
        `      options.shared.retries = retries = 0\n      initial = null\n` +
        `      return reservation && (reservation.answered ? onopen(connection) : reservation.reserve(connection))\n`,
    ],
    // (4)
    [`    count: 0,\n    id\n`, `    count: 0,\n    epoch: 0,\n    id\n`],
  ],
  '/postgres/src/index.js': [
    // (5)
    [
      `        const query = { reserve: resolve, reject }\n`,
      `        const query = {\n          reserve: c => (queries.remove(query), query.answered = true, resolve(c)),\n` +
        `          reject: e => (queries.remove(query), query.answered = true, reject(e))\n        }\n`,
    ],
    // (4) reservations
    [
      `    c.reserved.release = true\n`,
      `    c.reserved.release = true\n    const epoch = c.epoch\n` +
        `    const gone = q => q.reject(Errors.connection('CONNECTION_CLOSED', options))\n`,
    ],
    [`    sql.release = () => {\n`, `    sql.release = () => {\n      if (c.epoch !== epoch)\n        return\n\n`],
    [
      `    function handler(q) {\n      c.queue === full\n        ? queue.push(q)`,
      `    function handler(q) {\n      if (c.epoch !== epoch)\n        return gone(q)\n\n      c.queue === full\n        ? queue.push(q)`,
    ],
    // (4) transactions; a savepoint belongs to the session its transaction began in
    [
      `      , prepare = null\n\n    try {\n      await sql.unsafe('begin '`,
      `      , prepare = null\n      , epoch\n\n    try {\n      await sql.unsafe('begin '`,
    ],
    [`      connection = c\n`, `      connection = c\n      epoch = c.epoch\n`],
    [
      `        q.catch(e => uncaughtError || (uncaughtError = e))\n`,
      `        q.catch(e => uncaughtError || (uncaughtError = e))\n        if (c.epoch !== epoch)\n` +
        `          return q.reject(Errors.connection('CONNECTION_CLOSED', options))\n\n`,
    ],
  ],
};

let registered = false;

/** Must run before the first import of `postgres`; importing it earlier makes the process fragile again. */
export function guardPostgres(): void {
  if (registered) return;
  registered = true;
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const path = Object.keys(PLACES).find((ending) => url.endsWith(ending));
      if (!path || !loaded.source) return loaded;
      const source =
        typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString();
      return { ...loaded, source: amend(source, path) };
    },
  });
}

/** Exported for the test that checks every place against the installed package. */
export function amend(source: string, path: string): string {
  let text = source;
  for (const [found, replacement] of PLACES[path] ?? []) {
    if (text.split(found).length !== 2) {
      throw new Error(`${path} is not the version its guard was written for; see kernel/db/postgres-guard.ts`);
    }
    text = text.replace(found, () => replacement);
  }
  return text;
}
