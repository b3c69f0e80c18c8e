import pino, { type Logger } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/** JSON lines on stderr: stdout is for the few lines that a person reads at the start. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      redact: ['*.headers', 'headers', '*.query', '*.parameters', 'err.query', 'err.parameters', 'err.args'],
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

export const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {}, fatal() {} };
