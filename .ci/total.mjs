// Adds up vitest's JSON reports: pairs of (exit status, report). A run that failed without naming a test, or that
// left no report, counts as one failure: a crash must never look like a pass. Plain JavaScript: it runs on the
// host's Node.
import { readFileSync } from 'node:fs';

const args = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (let at = 0; at < args.length; at += 2) {
  const status = Number(args[at]);
  const report = read(args[at + 1]);
  const failures = report?.numFailedTests ?? 0;
  passed += report?.numPassedTests ?? 0;
  failed += failures === 0 && (status !== 0 || !report?.success) ? 1 : failures;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.error(`No report at ${file}: that run did not get to its end.`);
    return null;
  }
}
