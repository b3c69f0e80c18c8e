import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** That less is promised, beside what it is said of. */
export const Worse = ({ children }: { children: ReactNode }) => (
  <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, color: 'warning.main' }}>
    <WarningIcon fontSize="small" aria-hidden />
    {children}
  </Box>
);
