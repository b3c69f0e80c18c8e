import { Box, Paper, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

interface Props {
  title: string;
  /** Stands at the right of the title: a link or a small button. */
  action?: ReactNode;
  children: ReactNode;
  /** Tints the left edge, for panels that ask for attention. The words beside it say the same. */
  tone?: 'warning' | 'error' | 'success' | undefined;
}

/** A titled part of a page. */
export function Panel({ title, action, children, tone }: Props) {
  const id = useId();
  return (
    <Paper
      component="section"
      aria-labelledby={id}
      sx={{ p: 2, minWidth: 0, ...(tone ? { borderLeft: 4, borderLeftColor: `${tone}.main` } : {}) }}
    >
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 1,
          minHeight: 32,
          mb: 1,
          '& .MuiButton-root': { whiteSpace: 'nowrap', mr: -0.75 },
        }}
      >
        <Typography id={id} variant="h2" sx={{ flex: '1 1 8em' }}>
          {title}
        </Typography>
        {action}
      </Box>
      {children}
    </Paper>
  );
}
