import type { StaffListQuery } from '../gql/graphql.ts';

/** A member of staff as the list shows them. */
export type StaffRow = StaffListQuery['staffMembers']['nodes'][number];
