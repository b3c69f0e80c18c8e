import { Box } from '@mui/material';
import type { ReactNode } from 'react';

interface Props {
  /** Columns as CSS has them, on a window wide enough; each shrinks to nothing rather than push the page apart. */
  shape: string;
  /** From which width on they stand side by side; narrower, they stand one below the other. */
  from?: 'md' | 'lg';
  children: ReactNode;
}

/** The frame of a page's parts: side by side where there is room, else one below the other in the same order. */
export function SideBySide({ shape, from = 'md', children }: Props) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', [from]: shape },
      }}
    >
      {children}
    </Box>
  );
}
