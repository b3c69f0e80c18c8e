import { randomUUID } from 'node:crypto';
import { customer as customerEntity } from '@perennial/domain/customers/customer';
import type { ConsentStatement } from '@perennial/domain/partners/visibility';
import type { PartnerActor } from '@perennial/kernel/auth/actor';
import { isRefusal } from '@perennial/kernel/auth/partner';
import { rowsOf, type Database } from '@perennial/kernel/db/database';
import { newId } from '@perennial/kernel/db/ids';
import { migrate } from '@perennial/kernel/db/migrate';
import { partnerAsker } from '@perennial/kernel/graphql/ask-as-partner';
import { buildRegistry, type Module, type Registry } from '@perennial/kernel/registry/module';
import { securityPlan } from '@perennial/kernel/registry/security';
import { ensureBusiness } from '@perennial/kernel/write/business';
import type { WriteContext } from '@perennial/kernel/write/context';
import { migrationsFolder } from '@perennial/modules/migrations';
import { grantCatalogue } from '@perennial/modules/partners/catalogue';
import { createApiKey } from '@perennial/modules/partners/key-service';
import { authenticatePartner } from '@perennial/modules/partners/keys';
import {
  createAgreement,
  createPartner,
  moveAgreement,
  updateAgreement,
  type AgreementChange,
  type AgreementInput,
} from '@perennial/modules/partners/service';
import { sql } from 'drizzle-orm';
import { openTestDatabase } from '../databases/open-test-database.ts';

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string; [key: string]: unknown } }[];
}

export interface Sharer {
  partnerId: string;
  agreementId: string;
  key: string;
  keyId: string;
}

/** A database with a few customers and whatever agreements a test makes; partners are asked without HTTP. */
export interface SharingWorld {
  db: Database;
  registry: Registry;
  write<T>(work: (ctx: WriteContext) => Promise<T>): Promise<T>;
  customer(fields?: Record<string, unknown>): Promise<string>;
  consent(customerId: string, statement: Partial<ConsentStatement> & { partnerId: string | null }): Promise<string>;
  /** Partner, active agreement and key. */
  sharer(
    terms: Omit<AgreementInput, 'partnerId' | 'validFrom'> & { partnerId?: string; validFrom?: string },
  ): Promise<Sharer>;
  /** Changes an agreement's terms as staff would. */
  change(agreementId: string, change: AgreementChange): Promise<void>;
  actor(key: string): Promise<PartnerActor>;
  ask(key: string, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  askAs(actor: PartnerActor, query: string, variables?: Record<string, unknown>): Promise<Answer>;
}

export async function sharingWorld(modules: readonly Module[]): Promise<SharingWorld> {
  const db = await openTestDatabase();
  const registry = buildRegistry(modules);
  await migrate(db, { folder: migrationsFolder, security: securityPlan(registry) });
  await ensureBusiness(
    db.orm,
    { name: 'Test shop', asOf: '2011-12-10', currency: 'GBP', timezone: 'Europe/London', locale: 'en' },
    new Date(),
  );
  const asker = partnerAsker(db, registry);
  const catalogue = grantCatalogue(registry.models);

  const write: SharingWorld['write'] = (work) =>
    db.transaction((tx) => {
      const hook = async (event: string, payload: unknown): Promise<void> => {
        for (const module of registry.modules) await module.inTransaction?.[event]?.(tx, payload);
      };
      return work({
        tx,
        hook,
        now: new Date(),
        asOf: '2011-12-10',
        latestDay: '2011-12-10',
        currency: 'GBP',
        timezone: 'Europe/London',
        models: registry.models,
        actor: { kind: 'staff', id: newId(), email: 'owner@example.com', name: 'Owner', role: 'OWNER' },
        emit: () => {},
        audit: () => {},
      });
    });

  const askAs: SharingWorld['askAs'] = async (actor, query, variables) =>
    JSON.parse(await asker(actor, { query, variables })) as Answer;

  const world: SharingWorld = {
    db,
    registry,
    write,
    askAs,
    customer: async (fields = {}) => {
      const customerId = newId();
      const row = {
        customer_id: customerId,
        number: `C-${customerId.slice(-6)}`,
        kind: 'UNKNOWN',
        country: 'France',
        region: 'France',
        segment: 'KEY',
        segment_source: 'AUTOMATIC',
        stage: 'ACTIVE',
        since: '2010-12-01',
        currency: 'GBP',
        value: 10_000,
        orders: 3,
        health: 80,
        health_change: 0,
        version: 1,
        created_at: new Date().toISOString(),
        updated_at: new Date().toISOString(),
        ...fields,
      };
      await db.orm.execute(
        sql`insert into customers select * from json_populate_record(null::customers, ${JSON.stringify(row)}::json)`,
      );
      return customerId;
    },
    consent: async (customerId, statement) => {
      const id = newId();
      const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;
      await write(async (ctx) => {
        await ctx.tx.execute(sql`
          insert into consents (customer_id, id, partner_id, purpose, status, given_at, expires_at, withdrawn_at, source)
          values (${customerId}::uuid, ${id}::uuid, ${statement.partnerId}::uuid, ${statement.purpose ?? 'SERVICE'},
            ${statement.status ?? 'GRANTED'}, ${iso(statement.givenAt ?? ctx.now)}::timestamptz,
            ${iso(statement.expiresAt)}::timestamptz, ${iso(statement.withdrawnAt)}::timestamptz, 'test')`);
        await ctx.hook('customers.changed', { customerIds: [customerId] });
      });
      return id;
    },
    sharer: async (terms) =>
      write(async (ctx) => {
        const partnerId = terms.partnerId ?? (await createPartner(ctx, { name: `Partner ${randomUUID()}` }));
        const draft = { purpose: 'SERVICE' as const, validFrom: '2020-01-01', ...terms, partnerId };
        const agreementId = await createAgreement(ctx, draft, catalogue);
        await moveAgreement(ctx, agreementId, 'ACTIVE');
        const { id: keyId, text } = await createApiKey(ctx, { agreementId, label: 'test' });
        return { partnerId, agreementId, key: text, keyId };
      }),
    change: (agreementId, change) =>
      write(async (ctx) => {
        const [row] = await rowsOf<{ version: number }>(
          ctx.tx,
          sql`select version from agreements where id = ${agreementId}::uuid`,
        );
        await updateAgreement(ctx, agreementId, row?.version ?? 0, change, catalogue);
      }),
    actor: async (key) => {
      const answer = await authenticatePartner(db, key, new Date());
      if (isRefusal(answer)) throw new Error(`${answer.refused}: ${answer.message}`);
      return answer;
    },
    ask: async (key, query, variables) => askAs(await world.actor(key), query, variables),
  };
  return world;
}

/** Every field of a customer that may be granted at all. */
export const allCustomerGrants = Object.keys(customerEntity.fields)
  .filter((field) => customerEntity.meta(field).share === 'grantable')
  .map((field) => `Customer.${field}`);
