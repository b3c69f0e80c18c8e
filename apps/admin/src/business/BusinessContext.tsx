import { createContext, use, type ReactNode } from 'react';

/** What every page needs to know about the one business of this deployment. */
export interface Business {
  name: string;
  /** The day every figure is as of, ISO date: the business's as-of date, else today in its zone. */
  asOf: string;
  /** Whether somebody set the as-of date; otherwise it is the clock's. */
  asOfSet: boolean;
  /** The latest day the business has been at, ISO date; after `asOf` while somebody looks back. */
  latestDay: string;
  /** The day by which warnings, plans and tasks are judged, ISO date: as a rule the latest one. */
  standsOn: string;
  /** ISO 4217. */
  currency: string;
  /** IANA zone in which all times are shown. */
  timezone: string;
  /** Which state of the settings this is; sent back when they are changed. */
  version: number;
}

const Context = createContext<Business | undefined>(undefined);

export function BusinessProvider({ business, children }: { business: Business; children: ReactNode }) {
  return <Context value={business}>{children}</Context>;
}

/** The business of this deployment. Every page inside the layout has one. */
export function useBusiness(): Business {
  const business = use(Context);
  if (!business) throw new Error('useBusiness needs a page inside the layout, which provides the business.');
  return business;
}
