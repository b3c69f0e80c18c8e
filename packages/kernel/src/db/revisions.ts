import { quoteName, quoteText } from './params.ts';

/** Rows of a table that something shown is made of. */
export interface WatchedTable {
  readonly table: string;
  /** Only rows for which this SQL condition holds, before or after the change; `row` is their name in it. */
  readonly when?: (row: 'old' | 'new') => string;
}

/** What is made of some tables and has to be made anew when they change. */
export interface Revision {
  /** Lower-case letters, digits and dashes. */
  readonly name: string;
  readonly tables: readonly WatchedTable[];
}

/** The row of `kernel_facts` with the state that a revision's tables are in: a new value whenever one of them changed. */
export const revisionFact = (name: string): string => `revision:${name}`;

/**
 * Triggers that raise a revision, whatever program writes. They fire at the commit, so that the revision changes with
 * what it stands for, writers wait for each other only while they commit, and nobody can lock himself out. The value is
 * made up each time: that of a state which was rolled back, or restored from a copy, never comes again.
 */
export function revisionStatements({ name, tables }: Revision): string[] {
  const fn = quoteName(`revision_${name}`);
  const once = quoteText(`perennial.revision_${name.replaceAll('-', '_')}`);
  const fact = quoteText(revisionFact(name));
  return [
    `insert into kernel_facts (name, value) values (${fact}, gen_random_uuid()::text) on conflict (name) do nothing`,
    `create or replace function ${fn}() returns trigger language plpgsql as
       $$ begin
         if coalesce(current_setting(${once}, true), '') = '' then
           perform set_config(${once}, 'raised', true);
           insert into kernel_facts (name, value) values (${fact}, gen_random_uuid()::text)
             on conflict (name) do update set value = excluded.value;
         end if;
         return null;
       end $$`,
    ...tables.flatMap(({ table, when }) =>
      (['insert', 'update', 'delete'] as const).flatMap((change) => {
        const trigger = quoteName(`${table}_${name}_${change}`);
        const rows = change === 'insert' ? (['new'] as const) : change === 'delete' ? (['old'] as const) : OLD_OR_NEW;
        const condition = when ? `when (${rows.map((row) => `(${when(row)})`).join(' or ')})` : '';
        return [
          `drop trigger if exists ${trigger} on ${quoteName(table)}`,
          `create constraint trigger ${trigger} after ${change} on ${quoteName(table)}
             deferrable initially deferred for each row ${condition} execute function ${fn}()`,
        ];
      }),
    ),
  ];
}

const OLD_OR_NEW = ['old', 'new'] as const;
