import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

const EXAMPLE = `# Everything here is asked as the member of staff who is signed in to the dashboard.
{
  customers(first: 5, orderBy: VALUE_DESC) {
    totalCount
    nodes {
      number
      region
      value {
        amount
        currency
      }
    }
  }
}
`;

/** The staff endpoint by hand, served from here: no code from elsewhere runs beside the session. */
async function ask(parameters: unknown): Promise<object> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  });
  return (await response.json()) as object;
}

const root = document.getElementById('graphiql');
if (root) createRoot(root).render(<GraphiQL fetcher={ask} defaultQuery={EXAMPLE} />);
