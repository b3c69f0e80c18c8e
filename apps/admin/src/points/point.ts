import { pointIn, PROBE_CHANNELS, REACHED_BY, type ProbeChannel } from '@perennial/domain/points/point';
import type { Language } from '@perennial/domain/shared/language';
import type { ServicePointListQuery, ServicePointPageQuery } from '../gql/graphql.ts';

export type PointRow = ServicePointListQuery['servicePoints']['nodes'][number];
export type PointFile = NonNullable<ServicePointPageQuery['servicePoint']>;

type Ways = Pick<PointRow, 'address' | 'phone' | 'email' | 'website'>;

/** The ways in which a point can be tried. */
export const channelsOf = (point: Ways): ProbeChannel[] => PROBE_CHANNELS.filter((each) => point[REACHED_BY[each]]);

/** What is entered of how to reach it, in one line. */
export const waysOf = (point: PointRow, language: Language): string[] =>
  [point.phone, pointIn(point, language).address, point.email, point.website].filter((each) => each !== null);
