import { quote, quoteLine, quoteRevision } from '@perennial/domain/quotes/quote';
import { f } from '@perennial/domain/shared/fields';
import { belongsTo, extendModel, hasMany, model, sqlField } from '@perennial/kernel/graphql/model';
import { LATEST_DAY } from '@perennial/kernel/write/business';
import { quoteLines, quoteRevisions, quotes } from './table.ts';

const newest = (q: string, column: string): string =>
  `(select r.${column} from quote_revisions r where r.customer_id = ${q}.customer_id and r.quote_id = ${q}.id
     order by (r.status in ('SENT', 'ACCEPTED')) desc, r.number desc limit 1)`;

const quoteModel = model(quote, quotes, {
  root: true,
  search: ['number', 'title'],
  defaultOrder: 'CREATED_AT_DESC',
  computed: {
    /** Of the revision on offer; of the newest one where none is. */
    total: sqlField(f.money({}), (q) => newest(q, 'total')),
    /** The last day on which what was sent can be accepted; null before anything was. */
    validUntil: sqlField(
      f.date({ nullable: true }),
      (
        q,
      ) => `(select r.valid_until from quote_revisions r where r.customer_id = ${q}.customer_id and r.quote_id = ${q}.id
        and r.status in ('SENT', 'ACCEPTED'))`,
    ),
    /** As `stateOn` of the domain says it: what was sent can no longer be accepted on the business's day. */
    expired: sqlField(
      f.bool({}),
      (q) => `(${q}.status = 'OPEN' and exists (select 1 from quote_revisions r
        where r.customer_id = ${q}.customer_id and r.quote_id = ${q}.id and r.status = 'SENT' and r.valid_until < ${LATEST_DAY}))`,
    ),
    rounds: sqlField(
      f.int({}),
      (q) =>
        `(select count(*)::int from quote_revisions r where r.customer_id = ${q}.customer_id and r.quote_id = ${q}.id)`,
    ),
  },
  relations: {
    owner: belongsTo('StaffMember', { key: 'ownerId' }),
    invoice: belongsTo('Invoice', { key: 'invoiceId' }),
    acceptedRevision: belongsTo('QuoteRevision', { key: 'acceptedRevisionId' }),
    revisions: hasMany('QuoteRevision', { key: 'quoteId' }),
  },
});

const revisionModel = model(quoteRevision, quoteRevisions, {
  defaultOrder: 'NUMBER_DESC',
  relations: {
    quote: belongsTo('Quote', { key: 'quoteId' }),
    lines: hasMany('QuoteLine', { key: 'revisionId' }),
  },
});

const lineModel = model(quoteLine, quoteLines, {
  defaultOrder: 'POSITION_ASC',
  relations: {
    revision: belongsTo('QuoteRevision', { key: 'revisionId' }),
    product: belongsTo('Product', { key: 'productId' }),
  },
});

export const models = [quoteModel, revisionModel, lineModel];

/** What quotes add to the types of other areas. */
export const extensions = [
  extendModel('Customer', { relations: { quotes: hasMany('Quote') } }),
  extendModel('Invoice', { relations: { quotes: hasMany('Quote', { key: 'invoiceId' }) } }),
];
