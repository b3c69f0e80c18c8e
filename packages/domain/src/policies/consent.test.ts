import { describe, expect, it } from 'vitest';
import { checkConsentDay } from './consent.ts';

describe('S1 S2 a consent is of a day on which the customer could give it', () => {
  const given = (on: string) => () => checkConsentDay(on, { from: '2011-05-01', today: '2011-12-10' }, ['on']);

  it('from the day its subject came up until today', () => {
    for (const on of ['2011-05-01', '2011-12-10']) expect(given(on)).not.toThrow();
    expect(given('2011-04-30')).toThrow(
      expect.objectContaining({
        code: 'CONSENT_TOO_EARLY',
        path: ['on'],
        params: { on: '2011-04-30', from: '2011-05-01' },
      }),
    );
    expect(given('2011-12-11')).toThrow(
      expect.objectContaining({
        code: 'CONSENT_IN_FUTURE',
        path: ['on'],
        params: { on: '2011-12-11', today: '2011-12-10' },
      }),
    );
    expect(given('2011-02-30')).toThrow(expect.objectContaining({ code: 'BAD_DATE' }));
  });
});
