import { execute, type DocumentNode, type GraphQLSchema } from 'graphql';
import { DomainError } from '@perennial/domain/shared/errors';
import type { PartnerActor } from '../auth/actor.ts';
import type { Database, PartnerQueries } from '../db/database.ts';
import type { Registry } from '../registry/module.ts';
import { parametersOf, type Plan } from './compile/plan.ts';
import { finishText, merge, onlyFields, type Answer } from './execute.ts';
import type { JsonText } from './json-text.ts';
import { Planner, type ReadRequest } from './planner.ts';
import type { PartnerRead, SharingPort, Statement } from './sharing.ts';

/**
 * Runs partner documents. One transaction: the agreement and key are checked, the ONE statement runs, the receipt is
 * written; the answer leaves only after the commit. A read that fails leaves its receipt too.
 */
export function createPartnerExecutor(options: { db: Database; registry: Registry; schema: GraphQLSchema }) {
  const { db, registry, schema } = options;
  const { sharing } = registry;
  if (!sharing) throw new TypeError('no area provides a sharing index');
  const planner = new Planner(schema, registry, true);
  return async (request: ReadRequest, actor: PartnerActor): Promise<Answer> => {
    const read = { operation: request.operationName ?? '', documentHash: request.documentHash };
    try {
      const variables = planner.variables(request);
      const split = planner.split(request, variables);
      const introspection = split.byHand.size
        ? introspect(schema, onlyFields(request.document, split.byHand), request)
        : {};
      if (!split.plan) return split.byHand.size ? introspection : { data: {} };
      const data = await readOnce(db, sharing, actor, split.plan, variables, read);
      return split.byHand.size ? merge(split, data, introspection) : { data };
    } catch (error) {
      await leaveFailure(db, sharing, actor, { ...read, fields: [], refusal: codeOf(error) });
      throw error;
    }
  };
}

async function readOnce(
  db: Database,
  sharing: SharingPort,
  actor: PartnerActor,
  plan: Plan,
  variables: Record<string, unknown>,
  read: Pick<PartnerRead, 'operation' | 'documentHash'>,
): Promise<JsonText> {
  const parameters = parametersOf(plan, { variables, actor });
  return db.partnerTransaction(actor.agreementId, async (q) => {
    // sent together: the answer of a refused caller is thrown away unread
    const [verdict, text] = await Promise.all([
      ask(q, sharing.validate(actor)),
      q.readText(plan.sql, parameters, { prepare: plan.uses++ > 0 }),
    ]);
    refuseUnless(verdict);
    const answer = text ?? '{}\nnull';
    const cut = answer.indexOf('\n');
    const receipt = sharing.receipt(actor, {
      ...read,
      fields: [...plan.touched],
      customerIds: answer.slice(0, cut),
      outcome: 'OK',
      refusal: null,
    });
    await q.run(receipt.sql, receipt.params, { prepare: true });
    return finishText(plan, answer.slice(cut + 1));
  });
}

function ask(q: PartnerQueries, statement: Statement): Promise<string | null> {
  return q.readText(statement.sql, statement.params, { prepare: true });
}

function refuseUnless(verdict: string | null): void {
  if (verdict === 'OK') return;
  const code = verdict ?? 'KEY_UNKNOWN';
  throw new DomainError(
    code,
    REFUSALS[code] ?? 'This key does not open anything now; ask the company that gave it to you.',
  );
}

const REFUSALS: Record<string, string> = {
  STALE: 'What the agreement grants was changed during this request; send it again.',
  KEY_REVOKED: 'This key was revoked; ask the company that gave it to you for a new one.',
  KEY_EXPIRED: 'This key has expired; ask the company that gave it to you for a new one.',
};

const codeOf = (error: unknown): string => (error instanceof DomainError ? error.code : 'INTERNAL');

/** The receipt of what told the caller nothing. That it could not be written changes nothing of the answer. */
export async function leaveFailure(
  db: Database,
  sharing: SharingPort,
  actor: PartnerActor,
  read: Omit<PartnerRead, 'outcome' | 'customerIds'>,
): Promise<void> {
  const receipt = sharing.receipt(actor, { ...read, customerIds: null, outcome: 'FAILED' });
  await db.partnerTransaction(actor.agreementId, (q) => q.run(receipt.sql, receipt.params)).catch(() => undefined);
}

function introspect(schema: GraphQLSchema, document: DocumentNode, request: ReadRequest): Answer {
  return execute({
    schema,
    document,
    operationName: request.operationName,
    variableValues: request.variables,
  }) as Answer;
}
