import { createHash } from 'node:crypto';
import { GraphQLError, OperationTypeNode, getOperationAST, parse, validate } from 'graphql';
import { DomainError } from '@perennial/domain/shared/errors';
import type { PartnerActor } from '../auth/actor.ts';
import type { Database } from '../db/database.ts';
import type { Registry } from '../registry/module.ts';
import type { ReadContext } from '../write/context.ts';
import { createPartnerExecutor } from './execute-partner.ts';
import { LruMap } from './lru.ts';
import { refusalReceipts } from './refused-document.ts';
import { buildSchema } from './schema.ts';

/**
 * Answers a partner's question without HTTP, through the partner's own schema and executor: same validation, same
 * transaction frame, same receipt. For the look through a partner's eyes, and for tests.
 */
export function partnerAsker(db: Database, registry: Registry): ReadContext['askAsPartner'] {
  const doors = new LruMap<string, ReturnType<typeof open>>(20);
  const open = (actor: PartnerActor) => {
    const schema = buildSchema(registry, { audience: 'partner', grants: actor.grants });
    return { schema, run: createPartnerExecutor({ db, registry, schema }) };
  };
  const leaveRefusal = refusalReceipts(db, registry.sharing);
  return async (actor, request) => {
    const grants = [...actor.grants].sort().join(' ');
    const door = doors.get(grants) ?? open(actor);
    doors.set(grants, door);
    const refuse = async (errors: readonly object[], code: string) => {
      await leaveRefusal(door.schema, { ...request, code }, actor);
      return JSON.stringify({ errors });
    };
    try {
      const document = parse(request.query, { maxTokens: 4_000 });
      const invalid = validate(door.schema, document, undefined, { maxErrors: 10 });
      if (invalid.length > 0) {
        const code = 'GRAPHQL_VALIDATION_FAILED';
        return await refuse(
          invalid.map((error) => told(error, code)),
          code,
        );
      }
      const operation = getOperationAST(document, request.operationName ?? null);
      if (operation?.operation !== OperationTypeNode.QUERY) {
        const code = 'BAD_USER_INPUT';
        const message = 'Partners can only read: send a query.';
        return await refuse([{ message, extensions: { code, path: ['query'], params: {} } }], code);
      }
      const answer = await door.run(
        {
          document,
          documentHash: createHash('sha256').update(request.query).digest('hex'),
          // the receipt names what was asked, as the endpoint does
          operationName: operation.name?.value ?? null,
          variables: request.variables ?? {},
        },
        actor,
      );
      return JSON.stringify({
        ...answer,
        ...(answer.errors ? { errors: answer.errors.map((error) => told(error)) } : {}),
      });
    } catch (error) {
      if (error instanceof GraphQLError) return refuse([told(error, 'GRAPHQL_PARSE_FAILED')], 'GRAPHQL_PARSE_FAILED');
      if (!(error instanceof DomainError)) throw error;
      const { code, message, path, params } = error;
      return JSON.stringify({ errors: [{ message, extensions: { code, path, params } }] });
    }
  };
}

function told(error: GraphQLError, code = 'BAD_USER_INPUT'): object {
  const { message, locations } = error;
  return { message, ...(locations ? { locations } : {}), extensions: { code: error.extensions['code'] ?? code } };
}
