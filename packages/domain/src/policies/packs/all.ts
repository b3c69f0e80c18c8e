import { DomainError } from '../../shared/errors.ts';
import { clinic } from './clinic.ts';
import type { PolicyPack } from './pack.ts';
import { repairShop } from './repair-shop.ts';
import { retailer } from './retailer.ts';
import { trainingSchool } from './training-school.ts';

/** The packs there are, one line each. */
export const policyPacks: readonly PolicyPack[] = [repairShop, retailer, clinic, trainingSchool];

/** The pack of that name; an unknown one is refused with `UNKNOWN_PACK`, naming those that exist. */
export function packOf(name: string): PolicyPack {
  const pack = policyPacks.find((each) => each.name === name);
  if (pack) return pack;
  const known = policyPacks.map((each) => each.name);
  throw new DomainError('UNKNOWN_PACK', `There is no pack "${name}"; choose one of ${known.join(', ')}.`, {
    path: ['pack'],
    params: { pack: name, known },
  });
}
