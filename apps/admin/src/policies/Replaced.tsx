import { Typography } from '@mui/material';
import { useWords } from '../i18n/useWords.ts';

/** Something as it was and as it is to be; empty: nothing was, or is any more. */
export function Replaced({ title, was, now }: { title: string; was: string; now: string }) {
  const t = useWords();
  return (
    <>
      <strong>{title}</strong>
      {was && (
        <Typography color="textSecondary">
          {now && `${t('policyEditor.preview.before')} · `}
          <del>{was}</del>
        </Typography>
      )}
      {now && (
        <Typography>
          {was && `${t('policyEditor.preview.after')} · `}
          {now}
        </Typography>
      )}
    </>
  );
}
