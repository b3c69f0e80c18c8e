import { Box } from '@mui/material';
import { createContext, useContext } from 'react';
import { useWords } from '../../i18n/useWords.ts';
import type { Version } from '../version.ts';
import { Comment } from './Comments.tsx';

/** What was said about the draft that is open, for the terms below to find what is about them. */
export const DraftComments = createContext<Version['comments']['nodes']>([]);

/** What is still to be settled about one term, where the term stands. */
export function TermComments({ termId }: { termId: string }) {
  const t = useWords();
  const open = useContext(DraftComments).filter((each) => each.termId === termId && !each.resolvedAt);
  if (open.length === 0) return null;
  return (
    <Box
      role="group"
      aria-label={t('policyGuard.comments.title')}
      sx={{ mt: 1, pl: 1.5, borderLeft: 3, borderColor: 'warning.main' }}
    >
      {open.map((each) => (
        <Comment key={each.id} comment={each} />
      ))}
    </Box>
  );
}
