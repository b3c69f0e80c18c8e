import { DomainError } from '../../shared/errors.ts';
import { englandWales } from './england-wales.ts';
import { germany } from './germany.ts';
import { mainlandChina } from './mainland-china.ts';
import type { HolidayPack } from './pack.ts';
import { taiwan } from './taiwan.ts';
import { unitedStates } from './united-states.ts';

/** Every list of holidays that comes with the product. A new one is one file and one name here. */
export const HOLIDAY_PACKS: readonly HolidayPack[] = [
  ...mainlandChina,
  ...taiwan,
  ...englandWales,
  ...germany,
  ...unitedStates,
];

/** @throws DomainError CALENDAR_PACK_UNKNOWN */
export function holidayPack(id: string): HolidayPack {
  const pack = HOLIDAY_PACKS.find((each) => each.id === id);
  if (pack) return pack;
  throw new DomainError(
    'CALENDAR_PACK_UNKNOWN',
    `There is no list of holidays "${id}"; choose one of ${HOLIDAY_PACKS.map((each) => each.id).join(', ')}.`,
    { path: ['pack'], params: { pack: id } },
  );
}
