import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../shared/language.ts';
import { EVERYTHING, type Applicability } from './applicability.ts';
import { termSentencesAmong } from './sentences/sentence.ts';
import { setAside } from './set-aside.ts';
import type { Term } from './terms.ts';

const term = (id: string, appliesTo: Partial<Applicability> = {}, kind = 'exclusions'): Term => ({
  id,
  kind,
  params: { matters: ['engine tuning'], referTo: '' },
  appliesTo: { ...EVERYTHING, ...appliesTo },
});
const uk = term('uk', { regions: ['United Kingdom'] });

describe('C12 a general term beside a more specific one of its kind', () => {
  it('is set aside there, and nowhere else', () => {
    const all = term('all');
    expect(setAside(all, [all, uk])).toEqual([uk.appliesTo]);
    expect(setAside(uk, [all, uk])).toEqual([]);
    expect(setAside(all, [term('other', { regions: ['Spain'] }, 'returns')])).toEqual([]);
  });

  it('names no case that lies within another one, nor any twice', () => {
    const keyUk = term('key-uk', { regions: ['United Kingdom'], segments: ['KEY'] });
    expect(setAside(term('all'), [keyUk, uk, { ...uk, id: 'again' }])).toEqual([uk.appliesTo]);
  });

  it('does not repeat what both ask for', () => {
    const toys = term('toys', { categories: ['Toys'] });
    const toysUk = term('toys-uk', { categories: ['Toys'], regions: ['United Kingdom'] });
    expect(setAside(toys, [toys, toysUk])).toEqual([uk.appliesTo]);
  });

  it('says so in every language', () => {
    const keyToys = term('key-toys', { segments: ['KEY'], categories: ['Toys'] });
    const said = (one: Term) => LANGUAGES.map((language) => termSentencesAmong(one, [uk, keyToys], 'GBP', language)[0]);
    expect(said(term('all'))).toEqual([
      'For every purchase, except where something more specific counts: region United Kingdom; key customers, category Toys.',
      '針對所有購買，但不含另有更明確規定者：地區 United Kingdom；關鍵客戶，類別 Toys。',
      '针对所有购买，但不含另有更明确规定者：地区 United Kingdom；关键客户，类别 Toys。',
    ]);
    expect(said(uk)).toEqual(['For region United Kingdom.', '針對地區 United Kingdom。', '针对地区 United Kingdom。']);
  });
});
