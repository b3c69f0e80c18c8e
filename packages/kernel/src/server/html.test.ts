import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, webLink } from './html.ts';

describe('html', () => {
  it('escapes whatever is put in, in text as in attributes', () => {
    const name = `<script>alert("1")</script>' onload='x`;
    expect(String(html`<p title="${name}">${name}</p>`)).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; onload=&#39;x">' +
        '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; onload=&#39;x</p>',
    );
  });

  it('keeps what it made itself, joins lists and leaves nothings out', () => {
    const items = ['a<b', 'c'].map((each) => html`<li>${each}</li>`);
    const list = html`<ul>
      ${items}
    </ul>`;
    expect(String(list).replaceAll(/\s+/g, '')).toBe('<ul><li>a&lt;b</li><li>c</li></ul>');
    expect(String(html`${null}${undefined}${false}${0}`)).toBe('0');
  });

  it('takes nothing that only looks like its own', () => {
    const forged = { toString: () => '<script>' };
    expect(() => html`${forged as unknown as string}`).toThrow(TypeError);
  });

  it('lets no text end the element or attribute it stands in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(String(html`${text}`)).not.toMatch(/[<>"'`]/);
      }),
    );
  });

  it.each([
    ['https://example.com/a?b=1', 'https://example.com/a?b=1'],
    ['/charter/returns', '/charter/returns'],
    ['tel:+442071234567', 'tel:+442071234567'],
    ['javascript:alert(1)', '#'],
    [' JavaScript:alert(1)', '#'],
    ['data:text/html,x', '#'],
    ['//evil.example', '#'],
    ['/\\evil.example', '#'],
    ['not an address', '#'],
  ])('a link to %s leads to %s', (address, to) => expect(webLink(address)).toBe(to));
});
