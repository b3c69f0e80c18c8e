import { Link } from '@mui/material';
import { Fragment } from 'react';
import { Link as RouterLink } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { CustomersByNumberDocument } from '../gql/graphql.ts';
import { useFormat } from '../format/useFormat.ts';
import { namesCustomers } from './held.ts';

/** What keeps an import, by example; where the examples are numbers of customers, each leads to its customer. */
export function HeldExamples({ what, examples }: { what: string; examples: readonly string[] }) {
  const format = useFormat();
  const read = useRead(
    CustomersByNumberDocument,
    { numbers: [...examples] },
    { enabled: namesCustomers(what) && examples.length > 0 },
  );
  const ids = new Map(read.data?.customers.nodes.map(({ number, id }) => [number, id]));
  const mark = format.list(['', '']);
  return (
    <>
      {examples.map((example, index) => {
        const id = ids.get(example);
        return (
          <Fragment key={example}>
            {index > 0 && mark}
            {id ? (
              <Link component={RouterLink} to={`/customers/${encodeURIComponent(id)}/show`}>
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
