import { ApolloServer, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayExecutionResult, GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { DomainError } from '@perennial/domain/shared/errors';
import { GraphQLError, type GraphQLSchema, type OperationTypeNode } from 'graphql';
import type { Actor } from '../auth/actor.ts';
import { JsonText } from '../graphql/json-text.ts';
import { checkCost } from './cost.ts';
import { AcceptedDocuments, documentGate } from './documents.ts';
import type { Limits } from './limits.ts';
import type { Log } from './log.ts';
import { executionErrors, formatError, refusal } from './public-errors.ts';
import { jsonResponse, recurringRead, type RecurringRead } from './recurring.ts';

/** Apollo's `contextValue`: what the executor finds in `requestContext.context`. */
export interface GraphQLContext {
  actor: Actor;
  /** Is told that the document begins to run; what is refused before leaves no trace of its own. */
  began?: () => void;
  /** What a recurring read came to already, when only its errors are left to be told. */
  answered?: GatewayExecutionResult;
}

export interface GraphQLEndpoint {
  readonly schema: GraphQLSchema;
  /** Answers one request. `recognise` says who asks, or throws why nobody is let in; nothing is parsed before it. */
  answer(request: HTTPGraphQLRequest, recognise: () => Promise<GraphQLContext>): Promise<HTTPGraphQLResponse>;
  /** Resolves when no request is being answered. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** A document that was accepted, and who asks. */
export interface RunRequest extends RecurringRead {
  context: unknown;
}

export interface EndpointOptions {
  schema: GraphQLSchema;
  execute: (request: RunRequest) => Promise<GatewayExecutionResult>;
  limits: Limits;
  log: Log;
  /** Length of all accepted texts that are kept parsed. */
  keptText: number;
}

/**
 * Apollo Server around the read compiler. Apollo parses, validates, negotiates and formats errors; the executor makes
 * JSON text in the database, and that text goes into the answer as it is.
 */
export async function startEndpoint(options: EndpointOptions): Promise<GraphQLEndpoint> {
  const { schema, limits, log } = options;
  const accepted = new AcceptedDocuments(options.keptText);
  const gate = documentGate(schema, accepted, limits);
  let running = 0;
  const waiting: (() => void)[] = [];

  const server = new ApolloServer<GraphQLContext>({
    gateway: gatewayFor(schema, async (request) => {
      const { answered } = request.context as unknown as GraphQLContext;
      return answered ?? execute(options, { ...request, variables: request.request.variables ?? {} });
    }),
    documentStore: accepted,
    formatError: formatError(log),
    stringifyResult: stringifyAnswer,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: 10 },
    // an answer's error texts and a GET's address end in logs; and nothing here depends on the environment
    nodeEnv: 'production',
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    logger: apolloLog(log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();

  return {
    schema,
    idle: () => (running === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    async answer(httpGraphQLRequest, recognise) {
      running += 1;
      try {
        const known = recurringRead(httpGraphQLRequest, accepted);
        const context = known && (await recognise());
        const answered = known && context && (await execute(options, { ...known, context }));
        if (answered && !answered.errors) return jsonResponse(stringifyAnswer(answered));
        return await server.executeHTTPGraphQLRequest({
          httpGraphQLRequest,
          context: async () => {
            try {
              if (context && answered) return { ...context, answered };
              const stranger = await recognise();
              gate((httpGraphQLRequest.body as { query?: unknown } | undefined)?.query);
              return stranger;
            } catch (error) {
              throw refusal(error);
            }
          },
        });
      } finally {
        running -= 1;
        if (running === 0) for (const resolve of waiting.splice(0)) resolve();
      }
    },
    stop: () => server.stop(),
  };
}

async function execute(
  { schema, limits, execute: run }: EndpointOptions,
  request: RunRequest,
): Promise<GatewayExecutionResult> {
  const { document, variables } = request;
  const operation: RunRequest['operation'] | undefined = request.operation;
  try {
    requireOperation(schema, operation?.operation);
    checkCost(schema, document, operation, variables, limits);
  } catch (error) {
    return { errors: [refusal(error)] };
  }
  try {
    const result = await inTime(run(request), limits.operationMs, operation.operation === 'query');
    const { errors } = result;
    return errors?.length ? { ...result, errors: executionErrors(errors, result.data != null) } : result;
  } catch (error) {
    return { errors: executionErrors([error], false) };
  }
}

/** graphql-js validates nothing inside an operation whose kind the schema does not have. */
function requireOperation(schema: GraphQLSchema, kind: OperationTypeNode | undefined): void {
  // Apollo hands a document on although the named operation is not in it
  if (!kind) {
    throw new GraphQLError(
      'There is no operation of that name in the document: set operationName to one that is there.',
      {
        extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
      },
    );
  }
  if (schema.getRootType(kind)) return;
  throw new GraphQLError(`There is no ${kind} here: send a query${schema.getMutationType() ? ' or a mutation' : ''}.`, {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
  });
}

/** Gives a read up after its time. A write is never given up: its caller must learn whether it happened. */
async function inTime<T>(work: Promise<T>, ms: number, mayGiveUp: boolean): Promise<T> {
  if (!mayGiveUp) return work;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new DomainError(
            'TIMEOUT',
            'The query took too long and was stopped: ask for smaller pages or a narrower filter.',
            { params: { ms } },
          ),
        ),
      ms,
    );
  });
  // when time is up first, what comes of the work no longer interests anybody
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function gatewayFor(schema: GraphQLSchema, executor: GatewayExecutor): GatewayInterface {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({ executor }),
    stop: async () => undefined,
  };
}

/** An answer as JSON; data that is text already is put in its place, not parsed and written again. */
export function stringifyAnswer(answer: { errors?: unknown; data?: unknown; extensions?: unknown }): string {
  const data: unknown = answer.data;
  if (!(data instanceof JsonText)) return JSON.stringify(answer);
  const errors = answer.errors === undefined ? '' : `"errors":${JSON.stringify(answer.errors)},`;
  const extensions = answer.extensions === undefined ? '' : `,"extensions":${JSON.stringify(answer.extensions)}`;
  return `{${errors}"data":${compactKeys(data.text)}${extensions}}`;
}

/**
 * PostgreSQL writes `"key" : value`; callers expect `"key":value`, and it is shorter. Inside a string a quote is always
 * escaped, so one that follows a letter, digit or underscore (all that a GraphQL name has) can only end a key.
 */
export function compactKeys(json: string): string {
  // a long answer is read by programs, and rewriting it costs more than its blanks
  if (json.length > 16_384) return json;
  return json.replaceAll(/(?<=\w)" : /g, '":');
}

/** Apollo logs errors of requests as text that may hold values; what matters is logged where it is formatted. */
function apolloLog(log: Log) {
  const quiet = () => undefined;
  return {
    debug: quiet,
    info: quiet,
    warn: (message?: unknown) => log.warn({ from: 'apollo' }, String(message).slice(0, 200)),
    error: () => log.warn({ from: 'apollo' }, 'Apollo Server reports an error'),
  };
}
