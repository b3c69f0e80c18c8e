import { wordingOf } from '@perennial/domain/policies/phrases';
import { namePhrases } from '@perennial/domain/policies/policy';
import { termSentences } from '@perennial/domain/policies/sentences/sentence';
import { readTerms } from '@perennial/domain/policies/terms';
import { checkNewVariant, differences, type Difference } from '@perennial/domain/policies/variant';
import { periodOf } from '@perennial/domain/policies/version';
import type { Language } from '@perennial/domain/shared/language';
import { covers } from '@perennial/domain/shared/period';
import type { Orm } from '@perennial/kernel/db/database';
import type { BusinessFrame } from '@perennial/kernel/write/context';
import { asc, desc, eq, inArray, or } from 'drizzle-orm';
import { lockPolicy, notFound, type VersionRow } from './rows.ts';
import { createPolicy } from './policy-service.ts';
import type { Writing } from './writing.ts';
import { policies, policyVersions } from './table.ts';

/**
 * Begins a regional variant of a policy (差異性, C45): it says only what differs in its regions, everything else goes on
 * being promised there by its base. Errors: `NOT_FOUND`, `NAME_TAKEN`, those of `checkNewVariant`.
 */
export async function createVariant(
  ctx: Writing,
  { baseId, name, regions }: { baseId: string; name: string; regions: readonly string[] },
): Promise<{ policyId: string; versionId: string }> {
  const base = await lockPolicy(ctx.tx, baseId, 'baseId');
  const siblings = await ctx.tx.select().from(policies).where(eq(policies.baseId, baseId));
  checkNewVariant(base, siblings, regions);
  const { stage, probeDays } = base;
  return createPolicy(ctx, { name, stage, probeDays, regions: [...new Set(regions)] }, baseId);
}

/** How one variant differs from its base. */
export interface VariantSaid {
  policyId: string;
  policy: string;
  regions: string[];
  /** The version that is compared: in force, else the newest. */
  versionId: string;
  number: number;
  differences: (Omit<Difference, 'base' | 'variant'> & { base: string[]; variant: string[] })[];
}

/**
 * The variants of a policy, or, asked of a variant, that one: what differs from the base, sentence by sentence.
 * Errors: `NOT_FOUND`.
 */
export async function variantsOf(
  orm: Orm,
  id: string,
  language: Language,
  { asOf, currency }: Pick<BusinessFrame, 'asOf' | 'currency'>,
): Promise<VariantSaid[]> {
  const [policy] = await orm.select().from(policies).where(eq(policies.id, id));
  if (!policy) throw notFound('Policy');
  const baseId = policy.baseId ?? policy.id;
  const family = await orm
    .select()
    .from(policies)
    .where(or(eq(policies.id, baseId), eq(policies.baseId, baseId)))
    .orderBy(asc(policies.name));
  const versions = await orm
    .select()
    .from(policyVersions)
    .where(
      inArray(
        policyVersions.policyId,
        family.map((each) => each.id),
      ),
    )
    .orderBy(desc(policyVersions.number));
  const shown = (policyId: string): VersionRow | undefined => {
    const own = versions.filter((each) => each.policyId === policyId);
    return own.find((each) => each.status !== 'DRAFT' && covers(periodOf(each), asOf)) ?? own[0];
  };
  const inBase = shown(baseId);
  const base = readTerms(inBase?.terms ?? []);
  const say = (term: Difference['base'], version: VersionRow | undefined) =>
    term === null ? [] : termSentences(term, currency, language, version?.phrases);
  return family
    .filter((each) => each.id !== baseId && (policy.baseId === null || each.id === id))
    .flatMap((variant) => {
      const version = shown(variant.id);
      if (!version) return [];
      return [
        {
          policyId: variant.id,
          policy: wordingOf(variant.name, language, namePhrases(variant)),
          regions: variant.regions,
          versionId: version.id,
          number: version.number,
          differences: differences(base, readTerms(version.terms)).map((each) => ({
            ...each,
            base: say(each.base, inBase),
            variant: say(each.variant, version),
          })),
        },
      ];
    });
}
