import { CHARGE_KINDS, isAskedAbout, type ChargeKind } from '../policies/kinds/charge-kinds.ts';
import type { FeeRow } from '../policies/kinds/fees.ts';

export type { ChargeKind };

/** A fee as it was disclosed before acceptance (收費標準, C7). */
export interface DisclosedFee {
  code: string;
  label: string;
  /** AMOUNT: this much; CAP: at most this much. Either way nothing above it. */
  mode: 'AMOUNT' | 'CAP';
  /** Minor units of the schedule's currency. */
  amount: number;
  /** The customer is asked before it is charged. */
  consent: boolean;
  /** What was disclosed before acceptance, where it is more than that: what was promised since lowers it. */
  disclosed?: number;
  /** What it was disclosed as: one, or several where promises name it differently; each keeps its question. */
  kinds: readonly ChargeKind[];
}

/** A row of a promise's schedule as the guard takes it: charges are stated without blanks around their code. */
export const feeOf = ({ kind, ...row }: FeeRow): DisclosedFee => ({ ...row, code: row.code.trim(), kinds: [kind] });

export const nameOf = (fee: DisclosedFee): string => fee.label || fee.code;

/**
 * One schedule of several, each fee once: nobody pays more than some promise says, so the lowest amount of a code counts,
 * and whoever was promised by one of them to be asked first is asked, be it outright or because of what the fee is.
 */
export function kindestFees(fees: readonly DisclosedFee[]): DisclosedFee[] {
  const byCode = new Map<string, DisclosedFee>();
  for (const fee of fees) {
    const known = byCode.get(fee.code) ?? fee;
    const lower = fee.amount < known.amount ? fee : known;
    byCode.set(fee.code, {
      ...lower,
      consent: known.consent || fee.consent,
      kinds: together([...known.kinds, ...fee.kinds]),
    });
  }
  return [...byCode.values()];
}

/**
 * What may be charged: the fees that the customer could know of before the purchase, but none that what they are promised
 * at some time that counts does not name, and nothing above the lowest of them all (S2).
 */
export function chargeableFees(
  known: readonly DisclosedFee[],
  ...promised: readonly (readonly DisclosedFee[])[]
): DisclosedFee[] {
  return promised.reduce<DisclosedFee[]>((fees, at) => {
    const then = kindestFees(at);
    return fees.flatMap((fee) => {
      const same = then.find(({ code }) => code === fee.code);
      return same ? kindestFees([fee, same]) : [];
    });
  }, kindestFees(known));
}

/** What is charged for each of several goods, by their codes. */
export type FeesByGoods = ReadonlyMap<string, readonly DisclosedFee[]>;

export const feesOfAll = (goods: FeesByGoods): DisclosedFee[] => [...goods.values()].flat();

/**
 * What may be charged for several goods together: what may be charged for one of them by {@link chargeableFees}, since a
 * fee that some could be charged before and others since may be charged for none; and no more than for all of them at each
 * of the times.
 */
export function chargeableForGoods(known: FeesByGoods, ...promised: readonly FeesByGoods[]): DisclosedFee[] {
  const each = [...known].flatMap(([code, fees]) => chargeableFees(fees, ...promised.map((at) => at.get(code) ?? [])));
  return chargeableFees(each, ...[known, ...promised].map(feesOfAll));
}

/** Each fee that may be charged with what was disclosed of it, where that was more. */
export function withDisclosed(chargeable: readonly DisclosedFee[], known: FeesByGoods): DisclosedFee[] {
  const before = kindestFees(feesOfAll(known));
  return chargeable.map((fee) => {
    const disclosed = before.find(({ code }) => code === fee.code)?.amount ?? fee.amount;
    return disclosed > fee.amount ? { ...fee, disclosed } : fee;
  });
}

/**
 * The kind by which a charge is kept, of those that the schedule and the caller give it: the caller's where it adds a
 * question, else the schedule's. Named again with the same fee, it brings back every question that the charge had.
 */
export function chargeKind(named: ChargeKind | undefined, fee: Pick<DisclosedFee, 'kinds'> | undefined): ChargeKind {
  const disclosed = fee?.kinds ?? [];
  if (named && isAskedAbout(named) && !disclosed.includes(named)) return named;
  return disclosed.find((kind) => kind !== 'FEE') ?? named ?? 'FEE';
}

/** All that a charge is called, each once: FEE, which everything is unless it is told, says nothing beside another. */
export function kindsOf(
  { kind = 'FEE' }: { kind?: ChargeKind | undefined },
  told: Pick<DisclosedFee, 'kinds'> | undefined,
): readonly ChargeKind[] {
  const telling = together([...(told?.kinds ?? []), kind]).filter((each) => each !== 'FEE');
  return telling.length > 0 ? telling : ['FEE'];
}

const together = (kinds: readonly ChargeKind[]): ChargeKind[] => CHARGE_KINDS.filter((kind) => kinds.includes(kind));
