/**
 * Everything that bounds what one caller can make this server do, in one place. Each has a stable code; the values
 * are generous for the dashboard and for honest partners, and cheap to enforce.
 */
export interface Limits {
  /** BODY_TOO_LARGE: bytes of a GraphQL body as sent. */
  bodyBytes: number;
  /** BODY_TOO_LARGE: bytes of a GraphQL body after decompression. */
  inflatedBytes: number;
  /** Milliseconds in which a GraphQL body must have arrived. */
  bodyMs: number;
  /** BAD_USER_INPUT: how deep variables may nest. */
  variableDepth: number;
  /** TOKEN_LIMIT: lexical tokens of one document. */
  tokens: number;
  /** DEPTH_LIMIT: fields below one another, fragments resolved; introspection has its own, looser bound. */
  depth: number;
  introspectionDepth: number;
  /** ALIAS_LIMIT: aliases in one operation, fragments resolved. */
  aliases: number;
  /** ROOT_FIELD_LIMIT: root fields of one operation. */
  rootFields: number;
  /** FIELD_LIMIT: fields of one operation with every fragment spread out; stops fragment bombs. */
  fields: number;
  /** PAGE_TOO_LARGE: `first` and `last` of a connection. */
  pageSize: number;
  /** Rows assumed where a list states no page size. */
  assumedPage: number;
  /** COST_LIMIT: fields × rows that one operation may ask for. */
  cost: number;
  /** TIMEOUT: milliseconds until an operation is given up. */
  operationMs: number;
  /** RATE_LIMITED: requests a minute of one signed-in member of staff. */
  staffPerMinute: number;
  /** RATE_LIMITED: requests a minute of one API key. */
  keyPerMinute: number;
  /** RATE_LIMITED: requests a minute of one network address that brought no valid session or key. */
  strangerPerMinute: number;
  /** RATE_LIMITED: failed sign-ins in a quarter of an hour for one e-mail from one address … */
  failedSignInsPerPerson: number;
  /** … and for one address. */
  failedSignInsPerAddress: number;
  /** BODY_TOO_LARGE: bytes of a sign-in body. */
  signInBytes: number;
}

export const LIMITS: Limits = {
  bodyBytes: 256 * 1024,
  inflatedBytes: 1024 * 1024,
  bodyMs: 15_000,
  variableDepth: 32,
  tokens: 4_000,
  depth: 12,
  introspectionDepth: 20,
  aliases: 40,
  rootFields: 20,
  fields: 2_000,
  pageSize: 100,
  assumedPage: 25,
  cost: 500_000,
  operationMs: 15_000,
  staffPerMinute: 6_000,
  keyPerMinute: 3_000,
  strangerPerMinute: 300,
  failedSignInsPerPerson: 10,
  failedSignInsPerAddress: 50,
  signInBytes: 8 * 1024,
};
