import { addDays } from '@perennial/domain/shared/period';
import { rowsOf } from '@perennial/kernel/db/database';
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { agreeing } from '../policies/weighing.ts';
import type { Answer, Bought, claimsDesk, Version } from './claims-desk.ts';

type Desk = ReturnType<typeof claimsDesk>;

const VERSION = 'policyVersion { id }';

/** Purchases that are moved to another version of their promise, at a desk where claims on them are made. */
export function moves(desk: Desk) {
  let days = 0;

  /** The next version, in force from a day to come; what it takes from customers has a second person's approval. */
  async function next(version: Pick<Version, 'id'>, ...terms: object[]): Promise<string> {
    const manager = await desk.server.as('POLICY_MANAGER');
    const done = async <T>(name: string, input: object, ask: string, by = manager): Promise<T & Answer> => {
      const answer = await desk.change<T & Answer>(name, input, ask, by);
      expect(answer.userErrors).toEqual([]);
      return answer;
    };
    const { policyVersion } = await done<{ policyVersion: { id: string } }>(
      'policyVersionDraftFrom',
      { id: version.id },
      VERSION,
    );
    const { id } = policyVersion;
    const effectiveFrom = addDays('2011-12-11', days++);
    await done('policyVersionSave', { id, version: 1, terms, effectiveFrom }, VERSION);
    const asked = await desk.change<{ policyCut: { id: string } | null }>(
      'policyCutPropose',
      { versionId: id, version: 2, reason: 'Dear' },
      'policyCut { id }',
      manager,
    );
    if (asked.policyCut) await done('policyCutApprove', asked.policyCut, 'policyCut { status }', desk.owner);
    await done('policyVersionPublish', { id, version: 2 }, VERSION);
    // else what follows a publication would still be at work when the next test clears the tables
    await desk.server.settle();
    return id;
  }

  /** The promise that a purchase carries, the first of several. */
  async function entitlement(of: Bought): Promise<string> {
    const rows = await rowsOf<{ id: string }>(
      desk.server.db.orm,
      sql`select 'Entitlement_' || customer_id || '_' || id as id from entitlements
        where 'Invoice_' || customer_id || '_' || invoice_id = ${of.invoice} order by id`,
    );
    return rows[0]!.id;
  }

  async function move(of: Bought, to: string, consent?: object) {
    const id = await entitlement(of);
    const agreed = consent && { consent: await agreeing(desk.owner, { id, to }, consent) };
    return desk.change('entitlementMove', { id, policyVersionId: to, ...agreed }, 'entitlement { id }');
  }

  async function moved(of: Bought, policyVersionId: string, consent?: object): Promise<void> {
    expect((await move(of, policyVersionId, consent)).userErrors).toEqual([]);
  }

  return { next, entitlement, move, moved };
}
