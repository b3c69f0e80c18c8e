import { Box } from '@mui/material';
import { Fragment, type ReactNode } from 'react';

/** Names and their values, one pair a line. */
export function Facts({ rows }: { rows: [label: string, value: ReactNode][] }) {
  return (
    <Box
      component="dl"
      // The names give way before a number is broken.
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(96px, max-content) minmax(80px, 1fr)',
        columnGap: 2,
        rowGap: 0.75,
        m: 0,
      }}
    >
      {rows.map(([label, value]) => (
        <Fragment key={label}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
            {value}
          </Box>
        </Fragment>
      ))}
    </Box>
  );
}
