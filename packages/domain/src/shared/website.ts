import { DomainError } from './errors.ts';

/** Host, port, and the rest; no name and password before the host, which would be shown to everybody. */
const HTTP = /^https?:\/\/([^\s/?#@:\\]+)(?::\d{1,5})?(?:[/?#]\S*)?$/i;
const HOST = /^(localhost|[^.]+(\.[^.]+)+)$/i;

/**
 * The address of a website as a link may carry it: http or https only, for a link of another scheme can run a program in
 * the reader's browser. What is written as people say it, `www.example.com`, is taken for https. null: not a website.
 */
export function websiteLink(text: string): string | null {
  const said = text.trim();
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(said)?.[1]?.toLowerCase();
  // "example.com:8080" looks like a scheme and is a port
  const full = scheme === undefined || /^[^/:]+:\d+(\/|$)/.test(said) ? `https://${said}` : said;
  const host = HTTP.exec(full)?.[1];
  return host !== undefined && HOST.test(host) ? full : null;
}

/**
 * Refuses what is no website (`BAD_WEBSITE`); none at all is none.
 *
 * @param before what is stored: it can be saved along, and is never shown as a link.
 */
export function checkWebsite(website: string | null | undefined, before: string | null = null): void {
  if (!website || website === before || websiteLink(website) !== null) return;
  throw new DomainError(
    'BAD_WEBSITE',
    `"${website}" is not the address of a website; write it as https://www.example.com.`,
    { path: ['website'], params: { website } },
  );
}
