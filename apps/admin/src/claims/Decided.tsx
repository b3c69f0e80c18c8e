import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useFormat } from '../format/useFormat.ts';
import type { Remedy, ReturnOutcome } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';

interface Props {
  title: ReactNode;
  line: { quantity: number; outcome: ReturnOutcome; remedy?: Remedy | null; review: boolean; deadline?: string | null };
  /** Written out. */
  refund: string | null;
  sentences: readonly string[];
  extras: readonly string[];
  children?: ReactNode;
}

/** What was decided about one line, and why, sentence by sentence. */
export function Decided({ title, line, refund, sentences, extras, children }: Props) {
  const t = useWords();
  const format = useFormat();
  const said = [
    t(line.review ? 'claims.review.waits' : `values.ClaimOutcome.${line.outcome}`),
    ...(line.remedy && !line.review && !refund ? [t(`values.Remedy.${line.remedy}`)] : []),
    ...(refund ? [t('claims.refund', { amount: refund })] : []),
    ...(line.deadline ? [t('claims.deadline', { date: format.date(line.deadline) })] : []),
  ];
  return (
    <Box component="section" sx={{ borderTop: 1, borderColor: 'divider', pt: 1.5 }}>
      <Typography variant="h3">
        {title} × {format.number(line.quantity)}
      </Typography>
      <Typography sx={{ fontWeight: 600 }}>{said.join(' · ')}</Typography>
      {children}
      <Box component="ol" sx={{ mt: 1, mb: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
        {sentences.map((sentence, index) => (
          <li key={`${index} ${sentence}`}>{sentence}</li>
        ))}
      </Box>
      {extras.length > 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {format.pair(t('claims.included'), format.sentences(extras))}
        </Typography>
      )}
    </Box>
  );
}
