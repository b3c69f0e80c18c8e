import type { PolicyFloorsQuery } from '../../gql/graphql.ts';

export type StandingFloor = PolicyFloorsQuery['policyFloors']['nodes'][number];

/** What is chosen in the dialog: `what` is a field, or field and cell of a table with a point between them. */
interface Chosen {
  kind?: string;
  what?: string;
  row?: string | null;
}

/** The floor that a new one for the same kind, field, row and cell would replace. */
export function standingAt(
  floors: readonly StandingFloor[],
  { kind, what = '', row }: Chosen,
): StandingFloor | undefined {
  const [field, cell] = what.split('.');
  return floors.find(
    (each) =>
      each.kind === kind &&
      each.field === field &&
      (each.cell ?? '') === (cell ?? '') &&
      // a row that was typed before another field was chosen is not sent
      (each.row ?? '') === (cell ? (row ?? '').trim() : ''),
  );
}
