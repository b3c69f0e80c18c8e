import { Box, Button, Paper, Typography } from '@mui/material';
import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../../i18n/useWords.ts';
import { BAR_HEIGHT } from '../../shell/theme.ts';

interface Props {
  dirty: boolean;
  busy: boolean;
  /** Fields still to be mended. */
  faults: number;
  /** Somebody else's wording waits for a choice. */
  clashing: boolean;
  /** It promises nothing, so there is nothing to publish. */
  empty: boolean;
  maySave: boolean;
  onSave: () => void;
  onShowProblem: () => void;
  /** Publish, throw away. */
  children: ReactNode;
}

/** The bar's distance from the edge of the window, and room for the ring around what has the focus. */
const CLEAR_PX = 24;

/** What can be done with the draft, in view however long it is; Ctrl+S saves from anywhere on the page. */
export function SaveBar({ dirty, busy, faults, clashing, empty, maySave, onSave, onShowProblem, children }: Props) {
  const t = useWords();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      // never the browser's "save this page"
      event.preventDefault();
      if (maySave) onSave();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const page = document.documentElement;
    // what gets the focus is scrolled clear of the bar, however many lines the bar has (WCAG 2.4.11)
    const observer = new ResizeObserver(() => {
      const height = bar.current?.offsetHeight ?? 0;
      page.style.scrollPaddingBottom = `${height + CLEAR_PX}px`;
      // and what is told in passing is told above it
      page.style.setProperty(BAR_HEIGHT, `${height}px`);
    });
    if (bar.current) observer.observe(bar.current);
    return () => {
      observer.disconnect();
      page.style.scrollPaddingBottom = '';
      page.style.removeProperty(BAR_HEIGHT);
    };
  }, []);
  return (
    <Paper
      ref={bar}
      role="group"
      aria-label={t('policyEditor.bar')}
      sx={{
        p: 1,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
      }}
    >
      <Button
        variant="outlined"
        disabled={!maySave || busy}
        onClick={onSave}
        aria-keyshortcuts="Control+S"
        title={t('policyEditor.saveHint')}
      >
        {t('policies.editor.save')}
      </Button>
      {children}
      <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 32 }}>
        {faults > 0 || clashing ? (
          <>
            <Typography variant="body2">
              {clashing ? t('policyEditor.conflict.title') : t('policyEditor.problems', { smart_count: faults })}
            </Typography>
            <Button size="small" onClick={onShowProblem}>
              {t('policyEditor.showProblem')}
            </Button>
          </>
        ) : (
          <Typography variant="body2" color="textSecondary">
            {t(dirty ? 'policies.editor.unsaved' : empty ? 'policies.publish.addTerm' : 'policyEditor.savedAt')}
          </Typography>
        )}
      </Box>
    </Paper>
  );
}
