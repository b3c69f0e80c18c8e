import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import { DomainError } from '@perennial/domain/shared/errors';
import type { Actor, PartnerActor } from '../auth/actor.ts';
import { isRefusal, type AuthenticatePartner } from '../auth/partner.ts';
import type { Executable } from '../graphql/engine.ts';
import type { LeaveRefusal } from '../graphql/refused-document.ts';
import type { LeaveRefusedWrite } from '../graphql/refused-write.ts';
import { startEndpoint, type GraphQLContext, type GraphQLEndpoint } from './apollo.ts';
import { clientAddress } from './client-address.ts';
import { requireMethod, staffActor, type Doors, type Route } from './doors.ts';
import { checkOrigin } from './origins.ts';
import { PartnerEndpoints } from './partner-endpoints.ts';
import { statusOf } from './public-errors.ts';
import { parseJson, readBody } from './request-body.ts';
import { sendGraphQLError } from './respond.ts';
import { API_HEADERS } from './security-headers.ts';

export interface GraphQLRoute {
  route: Route;
  close(): Promise<void>;
}

/** `POST /graphql`: staff, by session cookie. */
export async function staffGraphQL(
  doors: Doors,
  executable: Executable<Actor>,
  leaveRefusal: LeaveRefusedWrite,
): Promise<GraphQLRoute> {
  const endpoint = await endpointFor(doors, executable, 1_000_000);
  return {
    close: () => endpoint.stop(),
    route: guarded(doors, async (request, response) => {
      requireMethod(request, response, 'POST');
      checkOrigin(request.headers, doors.origins());
      // nobody who is not signed in makes this server read, let alone parse, a body
      const actor = await staffActor(doors, request);
      const body = await bodyOf(doors, request);
      const result = await resultOf(request, endpoint, body, { actor });
      const first = firstError(result);
      // an error at a field is of a write that began, and left its own trace
      if (first && !first.path && isTheCallers(first)) {
        await leaveRefusal({ ...(body as object), code: codeOf(first), message: first.message ?? '' }, actor);
      }
      send(response, result);
    }),
  };
}

export interface PartnerDoor {
  authenticate: AuthenticatePartner;
  executable: (grants: readonly string[]) => Executable<PartnerActor>;
  /** Leaves the receipt of a request with a good key that was refused before it ran. */
  leaveRefusal: LeaveRefusal;
}

/** `POST /partner/graphql`: a partner's program, by `Authorization: Bearer <key>`; cookies mean nothing here. */
export function partnerGraphQL(
  doors: Doors,
  door: PartnerDoor,
): GraphQLRoute & { endpoint(actor: PartnerActor): Promise<GraphQLEndpoint> } {
  const endpoints = new PartnerEndpoints((grants) => endpointFor(doors, door.executable(grants), 200_000));
  return {
    close: () => endpoints.close(),
    endpoint: (actor) => endpoints.for(actor.grants),
    route: guarded(doors, async (request, response) => {
      requireMethod(request, response, 'POST');
      const actor = await partnerActor(doors, door.authenticate, request);
      const endpoint = await endpoints.for(actor.grants);
      let ran = false;
      const began = () => {
        ran = true;
      };
      const leave = (code: string, body: unknown) =>
        door.leaveRefusal(endpoint.schema, { ...(body as object | undefined), code }, actor);
      let body: unknown;
      try {
        body = await bodyOf(doors, request);
      } catch (error) {
        if (error instanceof DomainError) await leave(error.code, undefined);
        throw error;
      }
      const result = await resultOf(request, endpoint, body, { actor, began });
      // what ran left its own receipt
      if (!ran) await leave(codeOf(firstError(result)), body);
      send(response, result);
    }),
  };
}

interface ToldError {
  message?: string;
  path?: unknown;
  extensions?: { code?: string };
}

const ERRORS_FIRST = '{"errors":';

/** The first error of an answer; undefined where all went well. */
function firstError({ body }: HTTPGraphQLResponse): ToldError | undefined {
  const text = body.kind === 'complete' ? body.string : '';
  // an answer with data may be long, and has nothing to tell here
  if (text.startsWith('{"data":')) return undefined;
  try {
    return text.startsWith(ERRORS_FIRST)
      ? (JSON.parse(text) as { errors?: ToldError[] }).errors?.[0]
      : { message: text };
  } catch {
    return { message: text };
  }
}

/** Apollo refuses some requests in a line of plain text. */
const codeOf = (error: ToldError | undefined): string => error?.extensions?.code ?? 'BAD_REQUEST';

/** Whether it is the request that was wrong, and not this server's state. */
const isTheCallers = (error: ToldError): boolean => statusOf(codeOf(error)) < 500;

async function partnerActor(
  doors: Doors,
  authenticate: AuthenticatePartner,
  request: IncomingMessage,
): Promise<PartnerActor> {
  const bearer = /^Bearer +(\S{1,500})$/i.exec(request.headers.authorization ?? '')?.[1];
  const found = bearer ? await authenticate(doors.db, bearer, doors.now()) : null;
  if (found && !isRefusal(found)) {
    await doors.throttle.partner(found.keyId);
    return found;
  }
  await doors.throttle.stranger(clientAddress(request, doors.proxies));
  if (found) throw new DomainError(found.refused, found.message);
  throw new DomainError('UNAUTHENTICATED', 'Send your API key as the header Authorization: Bearer <key>.', {
    path: ['authorization'],
  });
}

/** What goes wrong before Apollo sees a request is told in GraphQL's form too. */
function guarded(doors: Doors, route: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Route {
  return async (request, response) => {
    try {
      await route(request, response);
    } catch (error) {
      sendGraphQLError(request, response, error, doors.log);
    }
  };
}

async function bodyOf({ limits }: Doors, request: IncomingMessage): Promise<unknown> {
  const bytes = await readBody(request, {
    bytes: limits.bodyBytes,
    inflatedBytes: limits.inflatedBytes,
    ms: limits.bodyMs,
  });
  return parseJson(bytes, request.headers['content-type'], limits.variableDepth);
}

function resultOf(
  request: IncomingMessage,
  endpoint: GraphQLEndpoint,
  body: unknown,
  context: GraphQLContext,
): Promise<HTTPGraphQLResponse> {
  const headers = new HeaderMap([['content-type', 'application/json']]);
  if (request.headers.accept) headers.set('accept', request.headers.accept);
  return endpoint.answer({ method: 'POST', headers, search: '', body }, async () => context);
}

function send(response: ServerResponse, result: HTTPGraphQLResponse): void {
  if (result.body.kind !== 'complete') throw new Error('answers are never sent in parts');
  const body = Buffer.from(result.body.string);
  const headers: Record<string, string | number> = { ...API_HEADERS, 'content-length': body.length };
  for (const [name, value] of result.headers) if (name !== 'cache-control') headers[name] = value;
  response.writeHead(result.status ?? 200, headers);
  response.end(body);
}

function endpointFor<A extends Actor>(
  doors: Doors,
  { schema, execute }: Executable<A>,
  keptText: number,
): Promise<GraphQLEndpoint> {
  return startEndpoint({
    schema,
    limits: doors.limits,
    log: doors.log,
    keptText,
    execute: async ({ document, queryHash, operationName, variables, context }) => {
      const { actor, began } = context as { actor: A; began?: () => void };
      began?.();
      const answer = await execute({ document, documentHash: queryHash, operationName, variables }, actor);
      return answer as { data?: Record<string, unknown> };
    },
  });
}
