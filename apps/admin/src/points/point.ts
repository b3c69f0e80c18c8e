import { PROBE_CHANNELS, REACHED_BY, type ProbeChannel } from '@perennial/domain/points/point';
import type { ServicePointListQuery, ServicePointPageQuery } from '../gql/graphql.ts';

export type PointRow = ServicePointListQuery['servicePoints']['nodes'][number];
export type PointFile = NonNullable<ServicePointPageQuery['servicePoint']>;

type Ways = Pick<PointRow, 'address' | 'phone' | 'email' | 'website'>;

/** The ways in which a point can be tried. */
export const channelsOf = (point: Ways): ProbeChannel[] => PROBE_CHANNELS.filter((each) => point[REACHED_BY[each]]);

/** What is entered of how to reach it, in one line. */
export const waysOf = ({ address, phone, email, website }: Ways): string[] =>
  [phone, address, email, website].filter((each) => each !== null);
