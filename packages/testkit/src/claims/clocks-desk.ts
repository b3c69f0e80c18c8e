import { sql } from 'drizzle-orm';
import { beforeEach, expect } from 'vitest';
import { claimsDesk, type Bought, type Refusal } from './claims-desk.ts';

/** A Friday in winter: London's clocks show UTC. */
export const FRIDAY = '2011-12-09T16:00:00.000Z';
export interface Timed {
  claim: { id: string; version: number; claimedOn: string; claimedAt: string; receiptHash: string } | null;
  userErrors: Refusal[];
}
interface Reading {
  target: string;
  state: string;
  dueAt: string | null;
  doneAt: string | null;
  minutesLeft: number | null;
  problem: string | null;
}
const TIMED = 'claim { id version status claimedOn claimedAt respondedAt closedAt receiptHash }';

export const urgent = { 'response-target': { priority: 'URGENT' } };

export const refused = (code: string, path: string) => ({
  claim: null,
  userErrors: [expect.objectContaining({ code, path: [path] })],
});

/**
 * A desk at which claims are entered whose response and resolution times are promised (C8), by a clock that a test sets:
 * `time.now`, {@link FRIDAY} at the beginning of each test.
 */
export function clocksDesk() {
  const time = { now: new Date(FRIDAY) };
  const desk = claimsDesk({ asOf: null, now: () => time.now });
  const { change } = desk;
  let calendars = 0;
  beforeEach(() => {
    time.now = new Date(FRIDAY);
  });

  const asOf = (day: string | null, latest: string | null = null) =>
    desk.server.db.orm.execute(sql`update business set as_of = ${day}, latest_day = ${latest}`);

  /** An hour to the first answer and four to the solution, urgent; of the working hours of Mondays to Fridays, 9 to 17. */
  async function promise(years: number[] = [2011, 2012]): Promise<void> {
    const day = [{ from: 540, to: 1020 }];
    const week = { '1': day, '2': day, '3': day, '4': day, '5': day };
    await asOf('2011-12-01');
    const made = await change(
      'calendarCreate',
      { name: `Hours ${++calendars}`, timeZone: 'Europe/London', week, years },
      'calendar { id }',
    );
    const policy = await change('policyCreate', { name: `Times ${calendars}` }, 'policyVersion { id }');
    const { id } = policy['policyVersion'] as { id: string };
    const rows = [
      { priority: 'URGENT', channel: 'ANY', firstResponse: 60, resolution: 240 },
      { priority: 'NORMAL', channel: 'ANY', firstResponse: 480, resolution: 2400 },
    ];
    const input = {
      id,
      version: 1,
      effectiveFrom: '2011-12-01',
      calendarId: (made['calendar'] as { id: string }).id,
      terms: [
        { id: 'times', kind: 'response-target', params: { rows, clock: 'WORKING' } },
        {
          id: 'warranty',
          kind: 'warranty',
          params: { months: 12, causes: ['DEFECT'], parts: [], transferable: true, countedFrom: 'PURCHASE' },
        },
      ],
    };
    expect((await change('policyVersionSave', input, 'policyVersion { id }')).userErrors).toEqual([]);
    expect((await change('policyVersionPublish', { id, version: 2 }, 'policyVersion { id }')).userErrors).toEqual([]);
    await asOf(null);
  }

  const repair = (of: Bought, more: object = {}, details: object = urgent) =>
    change<Timed>(
      'claimOpen',
      {
        customerId: of.customer,
        invoiceId: of.invoice,
        kind: 'REPAIR',
        lines: [{ lineId: of.lines[0], quantity: 1, details }],
        ...more,
      },
      TIMED,
    );

  async function sold(): Promise<Bought> {
    await promise();
    const of = await desk.bought('2011-12-05', [['A1', 9, 900]]);
    await desk.keep();
    return of;
  }

  async function clocks(id: string) {
    const { claimClock } = await desk.owner.data<{
      claimClock: { timezone: string; pausedSince: string | null; reason: string | null; clocks: Reading[] };
    }>(
      `query ($id: ID!) { claimClock(id: $id) { timezone pausedSince reason
        clocks { target state dueAt doneAt minutesLeft problem } } }`,
      { id },
    );
    return claimClock;
  }

  /** One claim in its versions, as somebody works on it. */
  function workingOn(made: Timed) {
    expect(made.userErrors).toEqual([]);
    const { id } = made.claim!;
    let { version } = made.claim!;
    return {
      id,
      async do(name: string, input: object = {}): Promise<Timed> {
        const answer = await change<Timed>(name, { id, version, ...input }, TIMED);
        if (answer.claim) version = answer.claim.version;
        return answer;
      },
    };
  }

  return { time, desk, asOf, promise, repair, sold, clocks, workingOn };
}
