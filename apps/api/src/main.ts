import { DomainError } from '@perennial/domain/shared/errors';
import { readConfig } from './config.ts';
import type { Perennial } from './server.ts';

const STOP_WITHIN_MS = 10_000;

/** A person reads these lines; everything for machines goes to stderr as JSON. */
function say(line: string): void {
  console.log(line);
}

function tellOwner({ owner, url }: Perennial, email: string | undefined): void {
  say('');
  say(`Perennial is ready at ${url}`);
  if (owner?.madeUpPassword) {
    say(`Sign in as ${owner.email} with the password ${owner.madeUpPassword}`);
    say('This password is shown this once. Change it after you have signed in.');
  } else if (owner) say(`Sign in as ${owner.email} with the password from PERENNIAL_ADMIN_PASSWORD.`);
  else
    say(
      `Sign in with your e-mail and password${email ? ` (${email} was the first owner's e-mail, if nobody changed it)` : ''}.`,
    );
  say('');
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  // loaded only now: a wrong setting is told at once
  const [{ createLog }, { startPerennial }] = await Promise.all([
    import('@perennial/kernel/server/log'),
    import('./server.ts'),
  ]);
  const log = createLog(config.LOG_LEVEL);
  const starting = new AbortController();
  let app: Perennial | null = null;
  const stop = (): void => {
    // whatever holds on must not keep a deployment waiting
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    starting.abort();
    void app?.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop in an orderly way');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  app = await startPerennial(config, log, say);
  if (starting.signal.aborted) return stop();
  tellOwner(app, config.PERENNIAL_ADMIN_EMAIL);
}

main().catch((error: unknown) => {
  if (error instanceof DomainError) console.error(`Perennial cannot start.\n${error.message}`);
  else console.error('Perennial cannot start, for a reason nobody foresaw.', error);
  process.exit(1);
});
