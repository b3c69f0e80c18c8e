import { Box, Link, Paper } from '@mui/material';
import { Fragment } from 'react';
import type { RaRecord } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import { useWords } from '../i18n/useWords.ts';
import { standsOnCard, type Column } from './column.ts';

interface Props<Row extends RaRecord> {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  label: string;
  to: ((row: Row) => string) | undefined;
}

/** The rows of a list on a phone: one card each, nothing to scroll sideways. */
export function Cards<Row extends RaRecord>({ rows, columns, label, to }: Props<Row>) {
  const t = useWords();
  const [first, ...others] = columns;
  const rest = others.filter(standsOnCard);
  if (!first) return null;
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {rows.map((row) => (
        <Paper key={row.id} component="li" sx={{ p: 2 }}>
          <Box sx={{ fontWeight: 600, mb: 1 }}>
            {to ? (
              <Link component={RouterLink} to={to(row)} color="textPrimary" sx={{ display: 'inline-block', py: 0.25 }}>
                {first.render(row)}
              </Link>
            ) : (
              first.render(row)
            )}
          </Box>
          <Box
            component="dl"
            sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 0.5 }}
          >
            {rest.map((column) => (
              <Fragment key={column.key}>
                <Box component="dt" sx={{ color: 'text.secondary' }}>
                  {t(column.label)}
                </Box>
                <Box component="dd" sx={{ m: 0, textAlign: 'right', minWidth: 0, overflowWrap: 'anywhere' }}>
                  {column.render(row)}
                </Box>
              </Fragment>
            ))}
          </Box>
        </Paper>
      ))}
    </Box>
  );
}
