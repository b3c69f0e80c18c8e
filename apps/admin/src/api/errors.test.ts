import { HttpError } from 'react-admin';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, asHttpError, fieldErrors, isOvertaken, mayPass, sentenceKey } from './errors.ts';
import { send } from './send.ts';

const failure = (code: string, status = 200) => new ApiError([{ code, message: 'No.' }], status);

describe('asking the same again', () => {
  it('helps where the server or the way to it failed', () => {
    for (const code of ['UNREACHABLE', 'UNAVAILABLE', 'INTERNAL', 'DATABASE_UNAVAILABLE', 'RATE_LIMITED']) {
      expect(mayPass(failure(code)), code).toBe(true);
      expect(mayPass(asHttpError(failure(code, 503))), code).toBe(true);
    }
    expect(mayPass(new HttpError('gone wrong', 500))).toBe(true);
  });

  it('never helps against a refusal', () => {
    for (const code of ['MORE_THAN_BOUGHT', 'BAD_QUANTITY', 'INVALID_FIELD', 'NOT_FOUND', 'FORBIDDEN']) {
      expect(mayPass(failure(code)), code).toBe(false);
      expect(mayPass(asHttpError(failure(code))), code).toBe(false);
    }
  });
});

it('C3, C14 a round or a task that somebody else finished, or a quote that they had answered, is shown as it stands by now', () => {
  for (const code of [
    'REVISION_SENT',
    'REVISION_NOT_SENT',
    'QUOTE_ACCEPTED',
    'QUOTE_DECLINED',
    'QUOTE_HAS_DRAFT',
    'TASK_DONE',
  ]) {
    expect(isOvertaken(failure(code)), code).toBe(true);
  }
});

it('S11 the page is read anew where somebody else was faster, and where nothing else came of it stays as it is', () => {
  for (const code of ['VERSION_CONFLICT', 'CUT_VOID', 'CUT_DECIDED', 'CUT_OUTDATED']) {
    expect(isOvertaken(failure(code)), code).toBe(true);
  }
  for (const code of ['INVALID_FIELD', 'UNREACHABLE', 'SAME_APPROVER']) {
    expect(isOvertaken(failure(code)), code).toBe(false);
  }
});

describe('the sentence for a problem', () => {
  const path = ['lines', '0', 'quantity'];

  it('says of too few pieces that they are too few', () => {
    expect(sentenceKey({ code: 'INVALID_FIELD', path, params: { minimum: 1 } })).toBe('errors.BAD_QUANTITY');
    expect(sentenceKey({ code: 'INVALID_FIELD', path, params: { maximum: 9 } })).toBe('errors.INVALID_FIELD');
    expect(sentenceKey({ code: 'INVALID_FIELD', path: ['days'], params: { minimum: 1 } })).toBe('errors.INVALID_FIELD');
    const terms = (firstPolicy: string) => ({ firstPolicy, secondPolicy: 'Repairs' });
    expect(sentenceKey({ code: 'AMBIGUOUS_TERMS', params: terms('Repairs') })).toBe('errors.AMBIGUOUS_WITHIN');
    expect(sentenceKey({ code: 'AMBIGUOUS_TERMS', params: terms('Sales') })).toBe('errors.AMBIGUOUS_TERMS');
    const part = { code: 'FILTER', serial: 'P-1', dueOn: '2011-06-01' };
    for (const [code, own] of [
      ['SERIAL_GIVEN', 'PART_GIVEN'],
      ['SERIAL_GONE', 'PART_GONE'],
    ] as const) {
      expect(sentenceKey({ code, params: part })).toBe(`errors.${own}`);
      expect(sentenceKey({ code, params: { serial: 'P-1', claim: 'N1-1' } })).toBe(`errors.${code}`);
    }
    const blank = { minimum: 1, of: 'string' };
    expect(sentenceKey({ code: 'INVALID_FIELD', path: ['by'], params: blank })).toBe('ra.validation.required');
  });

  it('beside a field is filled in as the reader writes', () => {
    const said = fieldErrors([{ code: 'X', message: 'No.', path: ['on'], params: { on: '2011-12-10' } }], () => ({
      on: '10 Dec 2011',
    }));
    expect(said.on).toContain('"on":"10 Dec 2011"');
  });
});

describe('a question that is refused', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('keeps the field that the server names', async () => {
    const extensions = { code: 'MORE_THAN_BOUGHT', path: ['lines', '0', 'quantity'], params: { left: 2 } };
    vi.stubGlobal('fetch', async () =>
      Response.json({ errors: [{ message: 'Too many.', path: ['claimPreview'], extensions }] }),
    );
    await expect(send({ toString: () => 'query { x }' })).rejects.toMatchObject({ problems: [extensions] });
  });
});
