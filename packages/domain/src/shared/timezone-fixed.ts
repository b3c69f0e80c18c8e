import { DomainError } from './errors.ts';

/** Promised days were counted by the clocks of the zone: other clocks would end some of them a day earlier. */
export function timezoneFixed(timezone: string): DomainError {
  return new DomainError(
    'TIMEZONE_FIXED',
    `The field "timezone" stays ${timezone}: policies were published or goods sold by its clocks, and their last days would ` +
      'silently become others. Leave it as it is; working hours elsewhere have a zone of their own in their calendar.',
    { path: ['timezone'], params: { timezone } },
  );
}
