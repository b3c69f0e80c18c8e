/** Markup made by `html`; nothing else makes one, so that no text of a person ever becomes markup. */
export class SafeHtml {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  static join(parts: readonly string[], values: readonly HtmlValue[]): SafeHtml {
    return new SafeHtml(parts.map((part, i) => part + (i < values.length ? written(values[i]) : '')).join(''));
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand in a template: texts are escaped, `null`, `undefined` and `false` are nothing, lists are joined. */
export type HtmlValue = SafeHtml | string | number | null | undefined | false | readonly HtmlValue[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** A text as markup that shows exactly it, inside an element as inside a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"'`]/g, (c) => ESCAPES[c] as string);

function written(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof SafeHtml) return value.toString();
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  if (Array.isArray(value)) return value.map(written).join('');
  throw new TypeError('only texts, numbers, markup and lists of them can stand in a page');
}

/**
 * Template tag for pages: `html\`<p title="${name}">${text}</p>\``. Whatever is put in is escaped unless it was made by
 * this tag. Attributes must be quoted; addresses go through `webLink`.
 */
export const html = (parts: TemplateStringsArray, ...values: readonly HtmlValue[]): SafeHtml =>
  SafeHtml.join(parts, values);

/** An address that may stand in a link: http(s), mail, telephone, or a path of this server. Everything else leads nowhere. */
export function webLink(address: string): string {
  const plain = address.trim();
  if (/^\/(?![/\\])/.test(plain)) return plain;
  const url = URL.parse(plain);
  return url && ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : '#';
}
