import { Box, Typography } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { useBusiness } from '../business/BusinessContext.tsx';

interface Props {
  title: string;
  /** One sentence under the title: what this page is for. */
  intro?: ReactNode;
  /** The page's buttons; at most one of them primary. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page: its one heading, its sentence, its buttons, its content. Names the browser's tab as well. */
export function Page({ title, intro, actions, children }: Props) {
  const { name } = useBusiness();
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 2,
          alignItems: 'flex-start',
          justifyContent: 'space-between',
          mb: 2,
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
            {title}
          </Typography>
          {intro && (
            <Typography color="textSecondary" component="div" sx={{ mt: 0.5, maxWidth: 720 }}>
              {intro}
            </Typography>
          )}
        </Box>
        {actions && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{actions}</Box>}
      </Box>
      {children}
    </>
  );
}
