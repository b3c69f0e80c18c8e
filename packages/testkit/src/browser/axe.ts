import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds wrong on the page as it stands (WCAG 2.2 AA), one line per element: rule, element, what to do. A target
 * that lies half under a bar fixed to the window is measured again in the middle of it, where everybody can scroll it
 * to: where the page happens to be scrolled says nothing of how large a button is.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await axe(page).withTags(WCAG_22_AA).analyze();
  const findings: string[] = [];
  for (const { id, nodes } of violations) {
    for (const { target, failureSummary } of nodes) {
      const selector = target.join(' ');
      const summary = (failureSummary ?? '').replaceAll(/\s+/g, ' ');
      if (id === 'target-size' && summary.includes('obscured') && (await largeEnoughInView(page, selector))) continue;
      findings.push(`${id} ${selector}: ${summary}`);
    }
  }
  return findings;
}

/**
 * "Legacy" is what axe calls a run within the page itself; the other one opens an empty page for each run, for frames of
 * other origins, of which there are none here, and takes twice as long.
 */
const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();

async function largeEnoughInView(page: Page, selector: string): Promise<boolean> {
  const from = await page.evaluate(() => window.scrollY);
  await page
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const { violations } = await axe(page).include(selector).withRules(['target-size']).analyze();
  await page.evaluate((to) => window.scrollTo({ top: to, behavior: 'instant' }), from);
  return violations.length === 0;
}
