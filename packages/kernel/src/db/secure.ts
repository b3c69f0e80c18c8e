import { createHash } from 'node:crypto';
import { DomainError } from '@perennial/domain/shared/errors';
import { sql } from 'drizzle-orm';
import { rowsOf, type Orm } from './database.ts';
import { sqlState } from './errors.ts';
import { quoteName, quoteText } from './params.ts';
import { partnerLogin } from './partner-role.ts';
import { revisionStatements, type Revision } from './revisions.ts';

/** A table whose rows belong to one agreement each, by `agreementColumn`. */
export interface AgreementTable {
  table: string;
  agreementColumn: string;
  /** Columns that the partner's role may read of its own agreement. */
  select: readonly string[];
  /** Whether it may add rows for its own agreement (receipts). It never changes or removes any. */
  insert: boolean;
}

/**
 * Rows that stand still from a point on, whatever program writes: while `when` (about the row as it is) holds, these
 * columns never change again and the row is never deleted.
 */
export interface FrozenRows {
  table: string;
  /** Condition on `old`, e.g. `old.status <> 'DRAFT'`. */
  when: string;
  columns: readonly string[];
}

/** Everything a partner's database role may touch. What is not named here it cannot even name. */
export interface SecurityPlan {
  /** Tables with the columns that can be shared at all; rows are limited by the sharing index. */
  shared: readonly { table: string; columns: readonly string[] }[];
  /** The sharing index: columns agreement_id, customer_id, expires_at. Null: nothing is shared. */
  index: string | null;
  agreementTables: readonly AgreementTable[];
  /** Tables that may only grow. */
  appendOnly: readonly string[];
  frozen?: readonly FrozenRows[];
  revisions?: readonly Revision[];
}

const FACT = 'row_security';
const AGREEMENT = `(select nullif(current_setting('perennial.agreement', true), '')::uuid)`;
/** The setting is '' again after the first transaction that set it, hence nullif; the sub-select is computed once. */
const inForce = (alias: string) => `(${alias}.expires_at is null or ${alias}.expires_at > now())`;

/**
 * The second wall behind the API: forced row-level security on every table that has a column customer_id, default deny,
 * and a role that owns nothing, sees only the rows of its agreement and only columns that can be shared.
 *
 * Tables are found in the database and not taken from a list: a table that somebody forgot to register is closed.
 * Staging tables (`staging_…`) are left out, because COPY is refused under row-level security.
 */
export async function secure(tx: Orm, plan: SecurityPlan): Promise<void> {
  const { role, password } = await partnerLogin(tx);
  const customerTables = await customerOwnedTables(tx);
  const statements = [
    ...customerTables.flatMap((table) => protect(table, role, plan)),
    ...plan.agreementTables.flatMap((entry) => protectAgreementTable(entry, role)),
    ...grants(plan, role),
    ...plan.appendOnly.flatMap(appendOnly),
    ...(plan.frozen ?? []).flatMap(frozen),
    ...(plan.revisions ?? []).flatMap(revisionStatements),
  ];
  const [owner] = await rowsOf<{ name: string; known: boolean }>(
    tx,
    sql`select current_user as name, exists (select 1 from pg_roles where rolname = ${role}) as known`,
  );
  const fingerprint = createHash('sha256')
    .update([owner!.name, role, password, ...statements].join('\n'))
    .digest('hex');
  const [fact] = await rowsOf<{ value: string }>(tx, sql`select value from kernel_facts where name = ${FACT}`);
  // every statement below locks its table against readers: not to be done again at every start
  if (owner!.known && fact?.value === fingerprint) return;

  await makeRole(tx, role, password, owner!.known);
  for (const statement of statements) await tx.execute(sql.raw(statement));
  await tx.execute(
    sql`insert into kernel_facts (name, value) values (${FACT}, ${fingerprint}) on conflict (name) do update set value = excluded.value`,
  );
}

/** Every ordinary table with a column customer_id, by name. Exported for the test that no such table is left open. */
export async function customerOwnedTables(orm: Orm): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    orm,
    sql`select c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'customer_id'
          and not a.attisdropped and c.relname not like 'staging\_%' order by 1`,
  );
  return rows.map((row) => row.name);
}

async function makeRole(tx: Orm, role: string, password: string, known: boolean): Promise<void> {
  const login = `${role} with login nosuperuser nocreatedb nocreaterole noinherit password ${quoteText(password)}`;
  try {
    if (known) {
      await tx.execute(sql.raw(`alter role ${role} with login password ${quoteText(password)}`));
    } else {
      await tx.execute(sql.raw(`create role ${login}`));
    }
  } catch (error) {
    if (sqlState(error) !== '42501') throw error;
    throw new DomainError(
      'PARTNER_ROLE_REFUSED',
      'The user in DATABASE_URL may not create roles, but partners read through a role of their own: ' +
        'run "alter role <user> createrole" as an administrator, then start again.',
      { path: ['DATABASE_URL'] },
    );
  }
  const [row] = await rowsOf<{ name: string }>(tx, sql`select current_database()::text as name`);
  await tx.execute(sql.raw(`grant connect on database ${quoteName(row!.name)} to ${role}`));
  await tx.execute(sql.raw(`grant usage on schema public to ${role}`));
}

function policy(table: string, name: string, body: string): string[] {
  return [
    `drop policy if exists ${name} on ${quoteName(table)}`,
    `create policy ${name} on ${quoteName(table)} ${body}`,
  ];
}

function force(table: string): string[] {
  return [
    `alter table ${quoteName(table)} enable row level security`,
    `alter table ${quoteName(table)} force row level security`,
    ...policy(table, 'owner_all', 'for all to current_user using (true) with check (true)'),
  ];
}

function protect(table: string, role: string, plan: SecurityPlan): string[] {
  if (plan.index === null) return force(table);
  const index = quoteName(plan.index);
  const visible =
    table === plan.index
      ? `agreement_id = ${AGREEMENT} and ${inForce(index)}`
      : `exists (select 1 from ${index} s where s.agreement_id = ${AGREEMENT}
           and s.customer_id = ${quoteName(table)}.customer_id and ${inForce('s')})`;
  return [...force(table), ...policy(table, 'partner_reads', `for select to ${role} using (${visible})`)];
}

function protectAgreementTable(entry: AgreementTable, role: string): string[] {
  const own = `${quoteName(entry.agreementColumn)} = ${AGREEMENT}`;
  return [
    ...force(entry.table),
    ...policy(entry.table, 'partner_reads', `for select to ${role} using (${own})`),
    ...(entry.insert ? policy(entry.table, 'partner_adds', `for insert to ${role} with check (${own})`) : []),
  ];
}

function grants(plan: SecurityPlan, role: string): string[] {
  const readable = [
    ...plan.shared.map((entry) => ({ table: entry.table, columns: entry.columns })),
    ...plan.agreementTables.map((entry) => ({ table: entry.table, columns: entry.select })),
  ].filter((entry) => entry.columns.length > 0);
  return [
    `revoke all on all tables in schema public from ${role}`,
    ...readable.map(
      ({ table, columns }) => `grant select (${columns.map(quoteName).join(', ')}) on ${quoteName(table)} to ${role}`,
    ),
    ...(plan.index === null ? [] : [`grant select on ${quoteName(plan.index)} to ${role}`]),
    ...plan.agreementTables
      .filter((entry) => entry.insert)
      .map((entry) => `grant insert on ${quoteName(entry.table)} to ${role}`),
  ];
}

function appendOnly(table: string): string[] {
  const name = quoteName(`${table}_append_only`);
  return [
    `create or replace function ${name}() returns trigger language plpgsql as
       $$ begin raise exception '% only grows', tg_table_name using errcode = 'insufficient_privilege'; end $$`,
    `drop trigger if exists ${name} on ${quoteName(table)}`,
    `create trigger ${name} before update or delete or truncate on ${quoteName(table)}
       for each statement execute function ${name}()`,
  ];
}

function frozen({ table, when, columns }: FrozenRows): string[] {
  const name = quoteName(`${table}_frozen`);
  const list = (row: string) => columns.map((column) => `${row}.${quoteName(column)}`).join(', ');
  return [
    `create or replace function ${name}() returns trigger language plpgsql as
       $$ begin
         if tg_op = 'DELETE' then
           if ${when} then raise exception '% stands', tg_table_name using errcode = 'insufficient_privilege'; end if;
           return old;
         end if;
         if (${when}) and (${list('new')}) is distinct from (${list('old')}) then
           raise exception '% stands', tg_table_name using errcode = 'insufficient_privilege';
         end if;
         return new;
       end $$`,
    `drop trigger if exists ${name} on ${quoteName(table)}`,
    `create trigger ${name} before update or delete on ${quoteName(table)} for each row execute function ${name}()`,
  ];
}
