import { Agent, request } from 'node:http';

export interface Call {
  port: number;
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface RoundResult {
  requests: number;
  seconds: number;
  /** Milliseconds per request, in order of size. */
  latencies: number[];
}

/** One answer; anything but 200 without errors stops the benchmark: a fast refusal must not count as fast. */
export function ask(agent: Agent, call: Call): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port: call.port,
        path: call.path,
        method: 'POST',
        headers: {
          ...call.headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(call.body),
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts).toString();
          const good = response.statusCode === 200 && !text.startsWith('{"errors"');
          if (good) resolve(text);
          else reject(new Error(`${call.port}${call.path} answered ${response.statusCode}: ${text.slice(0, 300)}`));
        });
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(call.body);
  });
}

/** Keeps `connections` requests running for `seconds`; `next` makes the calls. */
export async function round(connections: number, seconds: number, next: () => Call): Promise<RoundResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1_000;
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      const sent = performance.now();
      await ask(agent, next());
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  latencies.sort((a, b) => a - b);
  return { requests: latencies.length, seconds: (performance.now() - began) / 1_000, latencies };
}
