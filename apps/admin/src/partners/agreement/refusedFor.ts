/** Why a partner's read was refused, as `partners.receipts.refusal` words it. */
export type RefusedFor =
  | 'unreadable'
  | 'notThere'
  | 'badValue'
  | 'tooMuch'
  | 'tooLong'
  | 'keyOver'
  | 'notInForce'
  | 'changed'
  | 'ours'
  | 'other';

const REASONS: ReadonlyMap<string, RefusedFor> = new Map([
  ['GRAPHQL_PARSE_FAILED', 'unreadable'],
  ['BAD_REQUEST', 'unreadable'],
  ['GRAPHQL_VALIDATION_FAILED', 'notThere'],
  ['OPERATION_RESOLUTION_FAILURE', 'notThere'],
  ['BAD_USER_INPUT', 'badValue'],
  ['BAD_ID', 'badValue'],
  ['BAD_CURSOR', 'badValue'],
  ['VALUE_INVALID', 'badValue'],
  ['PAGE_TOO_LARGE', 'tooMuch'],
  ['TIMEOUT', 'tooLong'],
  ['KEY_UNKNOWN', 'keyOver'],
  ['KEY_REVOKED', 'keyOver'],
  ['KEY_EXPIRED', 'keyOver'],
  ['AGREEMENT_NOT_ACTIVE', 'notInForce'],
  ['STALE', 'changed'],
  ['DATABASE_ERROR', 'ours'],
  ['DATABASE_UNAVAILABLE', 'ours'],
  ['INTERNAL', 'ours'],
  ['INTERNAL_SERVER_ERROR', 'ours'],
]);

/** The reason behind the code of a refusal; of a code that is not known yet only that it was refused. */
export const refusedFor = (code: string): RefusedFor =>
  REASONS.get(code) ?? (code.endsWith('_LIMIT') ? 'tooMuch' : 'other');

/** A field that a partner asked for in vain; `typed`: there is no word for it, so it is shown as the partner wrote it. */
export interface Asked {
  said: string;
  typed: boolean;
}

/** What was asked for in vain, each `Type.field` by its word: an invented name would look like data we hold. */
export const askedFor = (fields: readonly string[], wordOf: (name: string) => string | undefined): Asked[] =>
  fields.map((field) => {
    const name = field.split('.')[1] ?? field;
    const word = wordOf(name);
    return { said: word ?? name, typed: word === undefined };
  });
