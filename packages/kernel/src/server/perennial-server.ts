import type { IncomingMessage, ServerResponse } from 'node:http';
import { DomainError } from '@perennial/domain/shared/errors';
import { createStaffAuth } from '../auth/staff-auth.ts';
import type { Database } from '../db/database.ts';
import { createEngine } from '../graphql/engine.ts';
import type { RunnerPorts } from '../graphql/runner.ts';
import { authRoute } from './auth-route.ts';
import type { Doors, Route } from './doors.ts';
import { partnerGraphQL, staffGraphQL, type GraphQLRoute } from './graphql-routes.ts';
import { robotsRoute, sitemapRoute } from './crawlers.ts';
import { listen } from './http-server.ts';
import { keptPages } from './kept-pages.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { Log } from './log.ts';
import { publicPageRoute } from './page-routes.ts';
import { sendError, sendJson } from './respond.ts';
import { staticFiles } from './static-files.ts';
import { createThrottle } from './throttle.ts';
import { downloadRoute, uploadRoute } from './transfer-routes.ts';

export interface ServerOptions {
  db: Database;
  ports: RunnerPorts;
  /** Signs session cookies; at least 32 characters, the same for every process on this database. */
  secret: string;
  host: string;
  /** 0: any free one. */
  port: number;
  /** Where browsers reach this server when that is not its own address, e.g. `https://crm.example.com`. */
  publicUrl?: string | undefined;
  /** Further origins whose pages may send cookies (a dashboard served from elsewhere while it is developed). */
  origins?: readonly string[] | undefined;
  /** How many proxies of one's own stand in front; decides whose `X-Forwarded-For` is believed. */
  proxies?: number | undefined;
  /** Folder of the built dashboard. */
  dashboard?: string | undefined;
  limits?: Partial<Limits> | undefined;
  log: Log;
  now?: (() => Date) | undefined;
  /** Whether the contents are there: migrated and seeded. */
  ready: () => boolean;
}

export interface PerennialServer {
  readonly url: string;
  readonly port: number;
  /** Finishes what runs (at most `drainMs`), then stops. Leaves the database to whoever opened it. */
  close(): Promise<void>;
}

const DRAIN_MS = 8_000;

/** The whole server: GraphQL for staff and partners, sign-in, files in and out, public pages, health, dashboard. */
export async function startServer(options: ServerOptions): Promise<PerennialServer> {
  const { db, ports, log } = options;
  const now = options.now ?? (() => new Date());
  const limits: Limits = { ...LIMITS, ...options.limits };
  let url = options.publicUrl ?? `http://${options.host}:${options.port}`;
  let origins: readonly string[] = [];
  const auth = createStaffAuth({ db, secret: options.secret, baseUrl: url, origins: () => origins, now });
  const doors: Doors = {
    db,
    auth,
    limits,
    log,
    now,
    throttle: createThrottle(limits),
    origins: () => origins,
    baseUrl: () => url,
    proxies: options.proxies ?? 0,
  };
  const engine = createEngine(db, ports);
  const staff = await staffGraphQL(doors, engine.staff, engine.staffRefused);
  const partner = partnerRoute(doors, options, engine);
  const route = router(doors, options, staff, partner);

  const server = await listen({ host: options.host, port: options.port, log, drainMs: DRAIN_MS, handle: route });
  if (!options.publicUrl)
    url = `http://${options.host === '0.0.0.0' || options.host === '::' ? '127.0.0.1' : options.host}:${server.port}`;
  origins = allowedOrigins(url, server.port, options);
  return {
    url,
    port: server.port,
    async close() {
      await server.close();
      await Promise.all([staff.close(), partner?.close()]);
      await Promise.all([auth.close(), ports.settle()]).catch((error: unknown) =>
        log.error({ err: error }, 'counted refusals could not be written'),
      );
    },
  };
}

/** Its own address; and as long as nobody said where it is reached, this machine's other names. */
function allowedOrigins(url: string, port: number, options: ServerOptions): string[] {
  const own = new URL(url).origin;
  const local = options.publicUrl
    ? []
    : [`http://127.0.0.1:${port}`, `http://localhost:${port}`, `http://[::1]:${port}`];
  return [...new Set([own, ...local, ...(options.origins ?? [])])];
}

function partnerRoute(
  doors: Doors,
  { ports }: ServerOptions,
  { partner, partnerRefused }: ReturnType<typeof createEngine>,
): GraphQLRoute | null {
  const authenticate = ports.registry.modules.find((module) => module.authenticatePartner)?.authenticatePartner;
  return authenticate
    ? partnerGraphQL(doors, { authenticate, executable: partner, leaveRefusal: partnerRefused })
    : null;
}

function router(doors: Doors, options: ServerOptions, staff: GraphQLRoute, partner: GraphQLRoute | null): Route {
  const { modules } = options.ports.registry;
  const pages = modules.flatMap((m) => m.pages ?? []);
  const kept = pages.map((page) => ({ page, momentOf: keptPages(doors.db, doors.now, page) }));
  const shown = kept.map(({ page, momentOf }) => [page.path, publicPageRoute(doors, page, momentOf)] as const);
  const exact = new Map<string, Route>([
    ['/graphql', staff.route],
    ['/healthz', async (_request, response) => sendJson(response, 200, { status: 'ok' })],
    ['/readyz', readiness(options)],
    ...(partner ? [['/partner/graphql', partner.route] as const] : []),
    ...modules
      .flatMap((m) => m.uploads ?? [])
      .map((upload) => [`/api/${upload.path}`, uploadRoute(doors, upload, options.ports)] as const),
    ...shown.map(([path, route]) => [`/${path}`, route] as const),
    ['/robots.txt', robotsRoute(doors, pages)],
    ['/sitemap.xml', sitemapRoute(doors, kept)],
  ]);
  const prefixes: [string, Route][] = [
    ['/api/auth/', authRoute(doors)],
    ...modules
      .flatMap((m) => m.downloads ?? [])
      .map((download): [string, Route] => [`/api/download/${download.path}/`, downloadRoute(doors, download)]),
    ...shown.map(([path, route]): [string, Route] => [`/${path}/`, route]),
    ['/api/', nothingHere(doors)],
    ['/partner/', nothingHere(doors)],
  ];
  const dashboard = pageRoute(doors, options);
  const health = new Set(['/healthz', '/readyz']);
  const secure = options.publicUrl?.startsWith('https://') ?? false;
  return async (request, response, url) => {
    if (secure) response.setHeader('strict-transport-security', 'max-age=31536000');
    if (!options.ready() && !health.has(url.pathname)) return notReady(doors)(request, response, url);
    const route =
      exact.get(url.pathname) ?? prefixes.find(([start]) => url.pathname.startsWith(start))?.[1] ?? dashboard;
    await route(request, response, url);
  };
}

/** 200 only when the contents are there and the database answers: what a load balancer asks before it sends anybody. */
function readiness({ db, ready }: ServerOptions): Route {
  return async (_request, response) => {
    const contents = ready();
    const database = contents && (await db.ping());
    sendJson(response, contents && database ? 200 : 503, { ready: contents && database, contents, database });
  };
}

function notReady(doors: Doors): Route {
  const error = new DomainError('NOT_READY', 'The contents are still being brought in: try again shortly.', {
    params: { retryAfter: 5 },
  });
  return async (request, response) => sendError(request, response, error, doors.log);
}

function nothingHere(doors: Doors): Route {
  return async (request: IncomingMessage, response: ServerResponse) =>
    sendError(request, response, new DomainError('NOT_FOUND', 'There is nothing at this address.'), doors.log);
}

function pageRoute(doors: Doors, { dashboard }: ServerOptions): Route {
  const files = dashboard ? staticFiles(dashboard) : null;
  return async (request, response, url) => {
    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (reading && files?.built && (await files.serve(request, response, url.pathname))) return;
    if (reading && !files?.built && url.pathname === '/') {
      return sendJson(response, 503, {
        code: 'DASHBOARD_NOT_BUILT',
        message: 'The dashboard has not been built: run npm run build, then start again.',
      });
    }
    await nothingHere(doors)(request, response, url);
  };
}
