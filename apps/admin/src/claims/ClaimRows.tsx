import { Box, Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import { useFormat } from '../format/useFormat.ts';
import type { CustomerClaimsQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';

type Row = NonNullable<CustomerClaimsQuery['customer']>['claims']['nodes'][number];

/** Claims in short, each leading to its page. */
export function ClaimRows({ rows }: { rows: readonly Row[] }) {
  const t = useWords();
  const format = useFormat();
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link component={RouterLink} to={`/claims/${encodeURIComponent(row.id)}/show`}>
            {format.list([row.number, t(`values.ClaimKind.${row.kind}`)])}
          </Link>
          <Typography variant="body2" color="textSecondary">
            {format.date(row.claimedOn)} ·{' '}
            {t(row.status === 'DECIDED' ? `values.ClaimOutcome.${row.outcome}` : `values.ClaimStatus.${row.status}`)}
          </Typography>
        </li>
      ))}
    </Box>
  );
}
