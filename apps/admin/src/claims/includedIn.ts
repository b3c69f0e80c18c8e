import { claimSentencesOf } from '@perennial/domain/claims/sentences';
import { extrasSold, type FrozenFacts } from '@perennial/domain/policies/snapshot';
import type { Language } from '@perennial/domain/shared/language';
import { traceOf } from '../policies/traceOf.ts';

interface Line {
  code: string;
  extras: unknown;
  saleLine?: { product?: { extras: readonly string[] } | null } | null;
}

/** The promises of the purchase, with what was true of it when they were frozen. */
interface Purchase {
  entitlements: { nodes: readonly { facts?: unknown }[] };
}

/**
 * All that is included in the price of a claimed line (C20), as its receipt tells it: what the promises say, and what the
 * product brings along.
 */
export function includedIn(line: Line, purchase: Purchase | null | undefined, language: Language): string[] {
  const promises = (purchase?.entitlements.nodes ?? []).flatMap(({ facts }) =>
    facts ? { facts: facts as FrozenFacts } : [],
  );
  return [
    ...claimSentencesOf(traceOf(line.extras), language),
    ...extrasSold(promises, line.code, line.saleLine?.product?.extras ?? []),
  ];
}
