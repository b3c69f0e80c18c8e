export { PartnerApiError, createPartnerClient, type PartnerClient, type PartnerClientOptions } from './client.ts';
export { document, type TypedDocument } from './document.ts';
export type { Select, Selected } from './select.ts';
export type * from './schema.ts';
