import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) =>
  join('/usr/bin', name),
);

/** No sandbox (containers run as root), and nothing that calls home while a test runs. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

/**
 * Path of a Chromium: `CHROMIUM_PATH` when set; where it runs, the one of known version inside an npm package, which is
 * unpacked once per machine and, having no window to draw, is quicker than an installed one; else an installed one.
 */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named && existsSync(named)) return named;
  const installed = INSTALLED.find((path) => existsSync(path));
  const runsHere = process.platform === 'linux' && process.arch === 'x64';
  if (!installed || runsHere) return unpackChromium();
  return installed;
}

/** A browser; the caller closes it. Two that start at once on a small machine make one crash now and then: once more. */
export async function openBrowser(): Promise<Browser> {
  const launch = async () => chromium.launch({ executablePath: await findChromium(), args: FLAGS });
  return launch().catch(launch);
}

/**
 * The package unpacks into the temporary folder and takes a half-unpacked file there for a whole one. So it unpacks
 * into a folder of its own, which gets its name when it is complete.
 */
async function unpackChromium(): Promise<string> {
  const packedFile = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../../bin/chromium.br');
  const whole = join(tmpdir(), `perennial-chromium-${statSync(packedFile).size}`);
  if (!existsSync(whole)) {
    const { default: packed } = await import('@sparticuz/chromium');
    const half = mkdtempSync(`${whole}-`);
    const before = process.env['TMPDIR'];
    mkdirSync(half, { recursive: true });
    process.env['TMPDIR'] = half;
    try {
      await packed.executablePath();
      renameSync(half, whole);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      // another process was quicker: its folder is as good
      if (!existsSync(whole)) throw error;
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  }
  return join(whole, 'chromium');
}
