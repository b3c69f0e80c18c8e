import { Link } from '@mui/material';
import { Fragment } from 'react';
import { Link as RouterLink } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { CustomersByNumberDocument, MovedPurchasesDocument, PurchasesByNumberDocument } from '../gql/graphql.ts';
import { useFormat } from '../format/useFormat.ts';
import { namesCustomers, namesMoved, namesPurchases, promisePages, purchasePages } from './held.ts';

/**
 * What keeps an import, by example; numbers of customers lead each to its customer, those of invoices to the purchase, and
 * of moved purchases to what was promised for them.
 */
export function HeldExamples({ what, examples }: { what: string; examples: readonly string[] }) {
  const format = useFormat();
  const numbers = [...examples];
  const any = numbers.length > 0;
  const customers = useRead(CustomersByNumberDocument, { numbers }, { enabled: namesCustomers(what) && any });
  const purchases = useRead(PurchasesByNumberDocument, { numbers }, { enabled: namesPurchases(what) && any });
  const moved = useRead(MovedPurchasesDocument, { numbers }, { enabled: namesMoved(what) && any });
  const pages = new Map([
    ...(customers.data?.customers.nodes ?? []).map(
      ({ number, id }) => [number, `/customers/${encodeURIComponent(id)}/show`] as const,
    ),
    ...purchasePages(purchases.data?.invoices.nodes ?? []),
    ...promisePages(moved.data?.invoices.nodes ?? []),
  ]);
  const mark = format.list(['', '']);
  return (
    <>
      {examples.map((example, index) => {
        const page = pages.get(example);
        return (
          <Fragment key={example}>
            {index > 0 && mark}
            {page ? (
              <Link component={RouterLink} to={page}>
                {example}
              </Link>
            ) : (
              example
            )}
          </Fragment>
        );
      })}
    </>
  );
}
