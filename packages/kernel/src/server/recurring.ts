import { hash } from 'node:crypto';
import { HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import { getOperationAST, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { AcceptedDocuments } from './documents.ts';

/** A read that was parsed and validated before, word for word. */
export interface RecurringRead {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  queryHash: string;
  operationName: string | null;
  variables: Record<string, unknown>;
}

const KNOWN_KEYS = new Set(['query', 'variables', 'operationName']);

/**
 * Recognises a read whose text Apollo accepted before and that asks for nothing but JSON: there is nothing left to
 * parse, validate or negotiate. Everything else (writes, extensions, other media types, mistakes) is Apollo's, and so
 * is telling an error. Half of the time of a small read goes into what is skipped here.
 */
export function recurringRead(request: HTTPGraphQLRequest, accepted: AcceptedDocuments): RecurringRead | null {
  const body = request.body as Record<string, unknown> | null;
  if (typeof body !== 'object' || body === null || !asksForJson(request.headers.get('accept'))) return null;
  const { query, variables = null, operationName = null } = body;
  if (typeof query !== 'string' || typeof variables !== 'object' || Array.isArray(variables)) return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  for (const key in body) if (!KNOWN_KEYS.has(key)) return null;
  const queryHash = hash('sha256', query, 'hex');
  const document = accepted.find(queryHash);
  const operation = document && getOperationAST(document, operationName);
  if (!document || operation?.operation !== 'query') return null;
  return { document, operation, queryHash, operationName, variables: (variables ?? {}) as Record<string, unknown> };
}

function asksForJson(accept: string | undefined): boolean {
  return accept === undefined || accept === '*/*' || accept === 'application/json';
}

/** A successful answer as Apollo would send it. */
export function jsonResponse(text: string): HTTPGraphQLResponse {
  return {
    status: 200,
    headers: new HeaderMap([['content-type', 'application/json; charset=utf-8']]),
    body: { kind: 'complete', string: text },
  };
}
