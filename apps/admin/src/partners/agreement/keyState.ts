import type { AgreementKeysQuery } from '../../gql/graphql.ts';
import type { WordKey } from '../../i18n/useWords.ts';
import type { Agreement } from './agreement.ts';

type Key = NonNullable<AgreementKeysQuery['agreement']>['keys']['nodes'][number];

/** What a key does now: one that was neither revoked nor has run out opens something only while its agreement holds. */
export function stateWord(state: Key['state'], { status, inForce }: Pick<Agreement, 'status' | 'inForce'>): WordKey {
  if (state !== 'USABLE' || inForce) return `partners.keys.state.${state}`;
  return status === 'ENDED' ? 'partners.keys.over' : 'partners.keys.waiting';
}
