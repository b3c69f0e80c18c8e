import { it } from 'vitest';
import { agreement } from '@perennial/testkit/calendars/agree';

it('agrees with the minute-by-minute oracle on very many calendars', () => agreement(20_000));
