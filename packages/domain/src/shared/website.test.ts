import { describe, expect, it } from 'vitest';
import { checkWebsite, websiteLink } from './website.ts';

describe('websites', () => {
  it.each([
    ['https://tea.example/cups?a=1', 'https://tea.example/cups?a=1'],
    ['HTTP://tea.example', 'HTTP://tea.example'],
    [' www.tea.example ', 'https://www.tea.example'],
    ['tea.example:8080/x', 'https://tea.example:8080/x'],
    ['茶.example', 'https://茶.example'],
  ])('%s is one', (text, link) => expect(websiteLink(text)).toBe(link));

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'ftp://tea.example',
    'mailto:a@tea.example',
    'https://user:secret@tea.example',
    'https://',
    'tea',
    'see our page',
    '//tea.example',
  ])('%s is none', (text) => expect(websiteLink(text)).toBeNull());

  it('is refused at its field, unless it was stored before', () => {
    expect(() => checkWebsite('javascript:alert(1)')).toThrow(
      expect.objectContaining({ code: 'BAD_WEBSITE', path: ['website'] }),
    );
    expect(() => checkWebsite('javascript:alert(1)', 'javascript:alert(1)')).not.toThrow();
    expect(() => checkWebsite(null)).not.toThrow();
    expect(() => checkWebsite('')).not.toThrow();
  });
});
