import { words } from '../server/words.ts';
import type { claimsDesk } from './claims-desk.ts';

/** What the public receipt of a check number says, without its marks; blanks are one each. */
export async function receiptText(desk: ReturnType<typeof claimsDesk>, hash: string, language = 'en'): Promise<string> {
  const page = await fetch(`${desk.server.url}/receipt/${hash}?lang=${language}`);
  return words((await page.text()).replace(/[^]*<main/, '<main'));
}
