import { hash } from 'node:crypto';
import {
  TypeInfo,
  getNamedType,
  getOperationAST,
  parse,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { PartnerActor } from '../auth/actor.ts';
import type { Database } from '../db/database.ts';
import { leaveFailure } from './execute-partner.ts';
import type { SharingPort } from './sharing.ts';

/** What a partner sent that was turned away before it ran, with the code that told it why. */
export interface RefusedDocument {
  query?: unknown;
  operationName?: unknown;
  code: string;
}

/** Who sent what was turned away, and the schema of what the agreement grants. */
export type LeaveRefusal = (schema: GraphQLSchema, refused: RefusedDocument, actor: PartnerActor) => Promise<void>;

/** How much of a refused document is written down: names of what was not granted, never a value. */
const MOST_NAMES = 20;
const LONGEST_NAME = 60;
const MOST_TOKENS = 4_000;

/**
 * Leaves the receipt of a document that never ran: the code of its refusal, the name of its operation, and what it
 * asked for that is not granted, so that the business sees who tried. One request leaves one receipt at most, so the
 * limit of requests a minute and key bounds these as well.
 */
export function refusalReceipts(db: Database, sharing: SharingPort | null): LeaveRefusal {
  return async (schema, { query, operationName, code }, actor) => {
    if (!sharing) return;
    const text = typeof query === 'string' ? query : '';
    const document = parsed(text);
    const named = typeof operationName === 'string' ? operationName : null;
    await leaveFailure(db, sharing, actor, {
      operation: (document && getOperationAST(document, named)?.name?.value) ?? '',
      documentHash: hash('sha256', text, 'hex'),
      fields: document ? notGranted(schema, document) : [],
      refusal: code,
    });
  };
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text, { maxTokens: MOST_TOKENS });
  } catch {
    return null;
  }
}

/** `Type.field` of what a document selects, filters or sorts by and the schema does not have. */
export function notGranted(schema: GraphQLSchema, document: DocumentNode): string[] {
  const names = new Set<string>();
  const types = new TypeInfo(schema);
  const note = (type: string | undefined, name: string) => {
    if (type && names.size < MOST_NAMES) names.add(`${type}.${name.slice(0, LONGEST_NAME)}`);
    return false;
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name: { value } }) {
        if (types.getFieldDef() || value.startsWith('__')) return undefined;
        return note(types.getParentType()?.name, value);
      },
      ObjectField({ name: { value } }) {
        const filter = getNamedType(types.getParentInputType());
        if (!filter || types.getInputType()) return undefined;
        return note(filter.name.replace(/Filter$/, ''), value);
      },
      EnumValue({ value }) {
        const order = getNamedType(types.getInputType());
        if (!order?.name.endsWith('Order') || types.getEnumValue()) return undefined;
        return note(order.name.slice(0, -'Order'.length), sortedBy(value));
      },
    }),
  );
  return [...names];
}

/** `LAST_TOUCH_AT_DESC` → `lastTouchAt`. */
const sortedBy = (order: string): string =>
  order
    .replace(/_(ASC|DESC)$/, '')
    .toLowerCase()
    .replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
