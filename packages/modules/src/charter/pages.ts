import { charterWords } from '@perennial/domain/charter/words';
import { sayDay } from '@perennial/domain/shared/dates';
import { html } from '@perennial/kernel/server/html';
import type { PageContext, PublicPage, ShownPage } from '@perennial/kernel/server/page';
import { charterPage, inLanguage, shownOf, shownPolicies, type CharterPage } from './charter-service.ts';
import { afterwards, announcement, historySection, upcomingSection } from './history.ts';
import {
  extrasSection,
  feesSection,
  periodOf,
  pointsSection,
  sentencesSection,
  exclusionsSection,
  variantsSection,
  type Telling,
} from './sections.ts';

const tellingOf = ({ language, currency, asOf }: PageContext): Telling => ({
  language,
  currency,
  asOf,
  words: charterWords[language],
});

/** `/charter`: what is promised, each with a link; `/charter/<slug>`: one policy, whole (服務承諾、告示, C5). */
export const charterPages: PublicPage = {
  path: 'charter',
  madeOf: [
    { table: 'policies' },
    // drafts are saved all the time, and shown to nobody
    { table: 'policy_versions', when: (row) => `${row}.status <> 'DRAFT'` },
    { table: 'service_points' },
    { table: 'service_point_probes' },
    { table: 'calendars' },
    { table: 'calendar_days' },
    // as many as the business sells, and few of them come with something
    { table: 'products', when: (row) => `cardinality(${row}.extras) > 0` },
  ],
  addresses: async (ctx) => ['', ...(await shownPolicies(ctx)).map(({ policy }) => policy.slug)],
  handle: async (ctx, rest) => {
    if (rest === '') return list(ctx);
    const page = await charterPage(ctx, rest);
    return page && whole(ctx, page);
  },
};

async function list(ctx: PageContext): Promise<ShownPage> {
  const telling = tellingOf(ctx);
  const { words, language } = telling;
  const policies = await shownPolicies(ctx);
  const standing = policies.filter(({ policy }) => !policies.some((each) => each.policy.id === policy.baseId));
  const entry = ({ policy, charter }: (typeof policies)[number]) => {
    const { name, description } = inLanguage(policy, language, shownOf(charter));
    return html`<h2><a href="/charter/${policy.slug}?lang=${language}">${name}</a></h2>
      <p>${description}</p>
      <p class="quiet">${charter.inForce ? periodOf(charter.inForce, telling) : words.notInForce}</p>
      ${announcement({ policy, charter }, telling, `/charter/${policy.slug}?lang=${language}`)}`;
  };
  return {
    status: 200,
    title: words.listTitle,
    description: standing
      .map(({ policy }) => inLanguage(policy, language).name)
      .join(', ')
      .slice(0, 160),
    language,
    listed: true,
    body: html`<h1>${words.listTitle}</h1>
      ${policies.length === 0 ? html`<p>${words.listNothing}</p>` : ''}
      ${standing.map((shown) => [
        entry(shown),
        policies
          .filter(({ policy }) => policy.baseId === shown.policy.id)
          .map(
            ({ policy }) =>
              html`<p>
                <a href="/charter/${policy.slug}?lang=${language}">${inLanguage(policy, language).name}</a>
                <span class="quiet">${words.onlyIn(policy.regions.join(', '))}</span>
              </p>`,
          ),
      ])}
      <footer>${words.asOf(sayDay(ctx.asOf, language))}${words.gap}${words.footer}</footer>`,
  };
}

function whole(ctx: PageContext, page: CharterPage): ShownPage {
  const telling = tellingOf(ctx);
  const { words, language } = telling;
  const { policy, charter, base } = page;
  const { name, description } = inLanguage(policy, language, shownOf(charter));
  const beside = page.variants.flatMap((each) => each.charter.inForce?.terms ?? []);
  const promised = { ...(charter.inForce ?? { terms: [], phrases: {} }), beside };
  return {
    status: 200,
    title: name,
    description: (description || words.pair(words.charter, name)).slice(0, 160),
    language,
    listed: true,
    body: html`<p class="screen"><a href="/charter?lang=${language}">${words.all}</a></p>
      <h1>${name}</h1>
      ${description ? html`<p>${description}</p>` : ''}
      ${charter.inForce
        ? html`<p class="good">
            ${words.inForce(
              words.version(String(charter.inForce.number)),
              periodOf(charter.inForce, telling),
            )}${words.gap}${afterwards(charter.inForce, page, telling)}
          </p>`
        : html`<p class="note">${words.notInForce}${words.gap}${charter.history.length > 0 ? words.kept : ''}</p>`}
      ${announcement(page, telling)}
      ${policy.regions.length > 0 ? html`<p>${words.onlyIn(policy.regions.join(', '))}</p>` : ''}
      ${base
        ? html`<p>
            ${words.pair(words.variantOf, '')}<a href="/charter/${base.policy.slug}?lang=${language}"
              >${inLanguage(base.policy, language).name}</a
            >${words.stop}${words.gap}${words.otherwiseBase}
          </p>`
        : ''}
      ${sentencesSection(promised, telling)} ${extrasSection(promised, page.extras, telling)}
      ${feesSection(promised, telling)} ${exclusionsSection(promised, telling)} ${variantsSection(page, telling)}
      ${upcomingSection(page, telling)} ${pointsSection(page.points, telling)} ${historySection(page, telling)}
      <footer>${words.asOf(sayDay(ctx.asOf, language))}${words.gap}${words.footer}</footer>`,
  };
}
