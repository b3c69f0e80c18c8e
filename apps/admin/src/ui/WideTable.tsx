import { Box, TableContainer, Typography } from '@mui/material';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../i18n/useWords.ts';

interface Props {
  label: string;
  /** In pixels; a longer one scrolls down. */
  maxHeight?: number;
  children: ReactNode;
}

/** A table that may be wider than its place: it scrolls sideways, and says so while a part of it is out of sight. */
export function WideTable({ label, maxHeight, children }: Props) {
  const t = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState(false);
  useEffect(() => {
    const box = frame.current;
    if (!box) return undefined;
    const look = () => setMore(box.scrollWidth - box.clientWidth - box.scrollLeft > 1);
    look();
    const watch = new ResizeObserver(look);
    watch.observe(box);
    if (box.firstElementChild) watch.observe(box.firstElementChild);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, []);
  return (
    <>
      <Box sx={{ position: 'relative' }}>
        <TableContainer
          ref={frame}
          tabIndex={0}
          role="group"
          aria-label={label}
          sx={{ ...(maxHeight && { maxHeight }), '& .MuiTableCell-root': { px: 1 } }}
        >
          {children}
        </TableContainer>
        {more && (
          <Box
            aria-hidden
            sx={{
              position: 'absolute',
              insetBlock: 0,
              right: 0,
              width: 40,
              zIndex: 3,
              pointerEvents: 'none',
              background: ({ palette }) => `linear-gradient(to right, transparent, ${palette.background.paper})`,
            }}
          />
        )}
      </Box>
      {more && (
        <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 0.5, textAlign: 'right' }}>
          {t('importing.preview.more')}
        </Typography>
      )}
    </>
  );
}
