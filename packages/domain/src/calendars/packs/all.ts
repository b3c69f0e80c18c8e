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

/** Time zones by the region whose holidays are kept there. */
const KEPT_IN: readonly (readonly [zones: RegExp, packs: readonly HolidayPack[]])[] = [
  [/^(Asia\/(Shanghai|Urumqi|Chongqing|Harbin)|PRC)$/, mainlandChina],
  [/^(Asia\/Taipei|ROC)$/, taiwan],
  [/^(Europe\/London|GB)$/, englandWales],
  [/^Europe\/(Berlin|Busingen)$/, germany],
  [
    /^(US\/.+|America\/(New_York|Detroit|Chicago|Menominee|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Nome|Metlakatla|Yakutat|Adak|Indiana\/.+|Kentucky\/.+|North_Dakota\/.+)|Pacific\/Honolulu)$/,
    unitedStates,
  ],
];

/** The list to begin with for a calendar on these clocks: of its region, of the year or the nearest one there is. */
export function packFor(timeZone: string, year: number): HolidayPack | undefined {
  const kept = KEPT_IN.find(([zones]) => zones.test(timeZone))?.[1] ?? [];
  return kept.toSorted((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year))[0];
}

/**
 * @param path where the id stands in the input
 * @throws DomainError CALENDAR_PACK_UNKNOWN
 */
export function holidayPack(id: string, path: string[] = ['pack']): HolidayPack {
  const pack = HOLIDAY_PACKS.find((each) => each.id === id);
  if (pack) return pack;
  throw new DomainError(
    'CALENDAR_PACK_UNKNOWN',
    `There is no list of holidays "${id}"; choose one of ${HOLIDAY_PACKS.map((each) => each.id).join(', ')}.`,
    { path, params: { pack: id } },
  );
}
