import type { RoundResult } from './load.ts';

export interface Measured {
  name: string;
  rounds: (RoundResult & { serverCpu: number; databaseCpu: number })[];
}

interface Figures {
  perSecond: number;
  p99: number;
  cpu: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function figures({ rounds }: Measured): Figures {
  return {
    perSecond: median(rounds.map((r) => r.requests / r.seconds)),
    p99: median(rounds.map((r) => r.latencies[Math.floor(r.latencies.length * 0.99)] ?? 0)),
    cpu: median(rounds.map((r) => ((r.serverCpu + r.databaseCpu) * 1_000) / r.requests)),
  };
}

/** Ratios are taken round by round, so that a machine that slows down for a while slows both sides of a ratio. */
function ratio(of: Measured, to: Measured): number {
  return median(
    of.rounds.map((r, i) => {
      const other = to.rounds[i];
      return other ? r.requests / r.seconds / (other.requests / other.seconds) : 0;
    }),
  );
}

/** A table per question: requests per second, p99 and processor time per request, and the ratio to the limit. */
export function table(question: string, measured: readonly Measured[]): string {
  const [limit] = measured;
  const lines = measured.map((each) => {
    const { perSecond, p99, cpu } = figures(each);
    const cells = [
      each.name,
      perSecond.toFixed(0),
      p99.toFixed(1),
      cpu.toFixed(2),
      limit ? ratio(each, limit).toFixed(2) : '',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    `### ${question}`,
    '',
    '| server | requests/s | p99 ms | CPU ms/request (server + database) | of the limit |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
  ].join('\n');
}
