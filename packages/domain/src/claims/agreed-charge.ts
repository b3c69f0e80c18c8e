import type { ChargeKind } from '../policies/kinds/charge-kinds.ts';

/** What the customer agreed to, by the charge that they were asked about. */
export interface AgreedCharge {
  code: string;
  /** As it was charged, see `chargeKind`; FEE where it is left out. */
  kind?: ChargeKind;
  /** What it was said to be for. */
  description?: string;
  /** Minor units of the schedule's currency. */
  amount: number;
}

/** Whether the customer who was asked about the one was asked about the other, whatever its amount. */
export const sameCharge = (one: Omit<AgreedCharge, 'amount'>, other: Omit<AgreedCharge, 'amount'>): boolean =>
  aboutWhat(one) === aboutWhat(other);

const aboutWhat = ({ code, kind = 'FEE', description = '' }: Omit<AgreedCharge, 'amount'>): string =>
  JSON.stringify([kind, code, description]);

/** Takes each line it covers off the sum that was agreed to for the same thing. */
export function agreement(consents: readonly AgreedCharge[]): (line: AgreedCharge) => boolean {
  const left = new Map<string, number>();
  for (const each of consents) left.set(aboutWhat(each), (left.get(aboutWhat(each)) ?? 0) + each.amount);
  return (line) => {
    const rest = (left.get(aboutWhat(line)) ?? -1) - line.amount;
    if (rest < 0) return false;
    left.set(aboutWhat(line), rest);
    return true;
  };
}
