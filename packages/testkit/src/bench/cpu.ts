import { readFileSync, readdirSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

function stat(pid: string): { parent: number; seconds: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    // utime, stime; and of children that have ended: a closed connection's work must not vanish
    const ticks = [11, 12, 13, 14].reduce((sum, i) => sum + Number(fields[i]), 0);
    return { parent: Number(fields[1]), seconds: ticks / TICKS_PER_SECOND };
  } catch {
    return null;
  }
}

/** Processor seconds of a process and everything below it so far (Linux). */
export function cpuSeconds(root: number): number {
  const all = new Map<number, { parent: number; seconds: number }>();
  for (const entry of readdirSync('/proc')) {
    const found = /^\d+$/.test(entry) ? stat(entry) : null;
    if (found) all.set(Number(entry), found);
  }
  let sum = 0;
  for (const [pid, { seconds }] of all) {
    let at: number | undefined = pid;
    while (at && at !== root) at = all.get(at)?.parent;
    if (at === root) sum += seconds;
  }
  return sum;
}
