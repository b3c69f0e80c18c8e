import type { Role } from '@perennial/domain/shared/roles';
import { newId } from '@perennial/kernel/db/ids';
import { sql } from 'drizzle-orm';
import type { GraphQLClient } from '../server/graphql-client.ts';
import { testServer, type TestServer } from '../server/test-server.ts';

export interface UserError {
  code: string;
  path: string[];
  message: string;
  params: Record<string, unknown>;
}

export type Answer = Record<string, unknown> & { userErrors: UserError[] };
export interface Draft {
  id: string;
  version: number;
}

/** Policies over the API, as staff keep them; every step takes the way the dashboard takes. */
export interface Promises {
  server: TestServer;
  owner: GraphQLClient;
  manager: GraphQLClient;
  /** A mutation by the manager, or by somebody else; `select` besides the refusals. */
  change(name: string, input: object, select: string, by?: GraphQLClient): Promise<Answer>;
  /** What a mutation that must not be allowed answers to these roles: FORBIDDEN to all, else the test fails. */
  forbidden(roles: readonly Role[], name: string, input: object): Promise<void>;
  /** A saved draft of a new policy. */
  draft(name: string, effectiveFrom: string, terms: readonly unknown[], more?: object): Promise<Draft>;
  /** A saved draft of the next version. */
  next(versionId: string, effectiveFrom: string, terms: readonly unknown[], more?: object): Promise<Draft>;
  save(draft: Draft, change: object, by?: GraphQLClient): Promise<Answer>;
  publish(draft: Draft, from?: string, by?: GraphQLClient): Promise<Answer>;
  /** A published first version of a new policy; throws when it is refused. */
  published(name: string, effectiveFrom: string, terms: readonly unknown[], more?: object): Promise<string>;
  /** A version as it is seen now, for who asks for approval of it. */
  seen(versionId: string): Promise<{ versionId: string; version: number }>;
  /** Asked for by the manager, approved by the owner; the id of the wish. */
  approve(versionId: string, more?: object): Promise<string>;
  /** A customer with one purchase; promises are given by `server.settle()` after something was published, or by `grant`. */
  purchase(sold: { region: string; on: string; amount: number; code?: string; segment?: string }): Promise<string>;
}

const VERSION = 'policyVersion { id version status effectiveFrom effectiveTo }';

export async function promises(): Promise<Promises> {
  const server = await testServer();
  const [owner, manager] = await Promise.all([server.as('OWNER'), server.as('POLICY_MANAGER')]);
  const inputType = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const change: Promises['change'] = async (name, input, select, by = manager) => {
    const answer = await by.data<Record<string, Answer>>(
      `mutation ($input: ${inputType(name)}!) { ${name}(input: $input) { ${select} userErrors { code path message params } } }`,
      { input },
    );
    return answer[name]!;
  };
  const versionIn = (answer: Answer): Draft => {
    if (answer.userErrors.length > 0) throw new Error(JSON.stringify(answer.userErrors));
    return answer.policyVersion as Draft;
  };
  const save: Promises['save'] = ({ id, version }, what, by) =>
    change('policyVersionSave', { id, version, ...what }, VERSION, by);
  const made: Promises = {
    server,
    owner,
    manager,
    change,
    async forbidden(roles, name, input) {
      for (const role of roles) {
        const by = await server.as(role);
        const answer = await by.ask(
          `mutation ($input: ${inputType(name)}!) { ${name}(input: $input) { userErrors { code } } }`,
          { input },
        );
        if (!JSON.stringify(answer).includes('FORBIDDEN')) {
          throw new Error(`${role} may ${name}: ${JSON.stringify(answer)}`);
        }
      }
    },
    async draft(name, effectiveFrom, terms, more = {}) {
      const draft = versionIn(await change('policyCreate', { name }, VERSION));
      return versionIn(await save(draft, { effectiveFrom, terms, ...more }));
    },
    async next(versionId, effectiveFrom, terms, more = {}) {
      const draft = versionIn(await change('policyVersionDraftFrom', { id: versionId }, VERSION));
      return versionIn(await save(draft, { effectiveFrom, terms, ...more }));
    },
    save,
    publish: ({ id, version }, from, by) =>
      change('policyVersionPublish', { id, version, ...(from ? { effectiveFrom: from } : {}) }, VERSION, by),
    async published(name, effectiveFrom, terms, more) {
      return versionIn(await made.publish(await made.draft(name, effectiveFrom, terms, more))).id;
    },
    async seen(versionId) {
      const { policyVersion } = await manager.data<{ policyVersion: { version: number } }>(
        'query ($id: ID!) { policyVersion(id: $id) { version } }',
        { id: versionId },
      );
      return { versionId, version: policyVersion.version };
    },
    async approve(versionId, more = {}) {
      // promises that are still being given would make it more customers than were asked about
      await server.settle();
      const wish = { ...(await made.seen(versionId)), reason: 'Too dear', ...more };
      const asked = await change('policyCutPropose', wish, 'policyCut { id }');
      if (asked.userErrors.length > 0) throw new Error(JSON.stringify(asked.userErrors));
      const { id } = asked.policyCut as { id: string };
      const answered = await change('policyCutApprove', { id }, 'policyCut { status }', owner);
      if (answered.userErrors.length > 0) throw new Error(JSON.stringify(answered.userErrors));
      return id;
    },
    async purchase({ region, on, amount, code = 'A1', segment = 'STANDARD' }) {
      const [customerId, invoiceId, lineId] = [newId(), newId(), newId()];
      const { orm } = server.db;
      await orm.execute(sql`
        insert into customers (customer_id, number, kind, country, region, segment, stage, since, currency, created_at, updated_at)
        values (${customerId}, ${customerId}, 'UNKNOWN', ${region}, ${region}, ${segment}, 'ACTIVE', '2010-01-01', 'GBP', now(), now())`);
      await orm.execute(sql`
        insert into invoices (customer_id, id, number, at, kind, country, currency, total, lines)
        values (${customerId}, ${invoiceId}, ${invoiceId}, ${`${on}T10:00:00Z`}::timestamptz, 'SALE', ${region}, 'GBP', ${amount}, 1)`);
      await orm.execute(sql`
        insert into invoice_lines (customer_id, id, invoice_id, code, ordinal, description, quantity, unit_price, amount, currency, kind)
        values (${customerId}, ${lineId}, ${invoiceId}, ${code}, 1, 'A thing', 1, ${amount * 100}, ${amount}, 'GBP', 'SALE')`);
      return customerId;
    },
  };
  return made;
}

/** A term that promises returns within so many days. */
export const returnsWithin = (days: number, more: object = {}) => ({
  id: 'returns',
  kind: 'returns',
  params: { days, openedAllowed: true, countedFrom: 'PURCHASE' },
  ...more,
});

/** A term that promises every answer within so many working minutes, and the solution within five times as many. */
export const answersWithin = (firstResponse: number, more: object = {}) => ({
  id: 'answers',
  kind: 'response-target',
  params: {
    rows: [{ priority: 'NORMAL', channel: 'ANY', firstResponse, resolution: firstResponse * 5 }],
    clock: 'WORKING',
  },
  ...more,
});
