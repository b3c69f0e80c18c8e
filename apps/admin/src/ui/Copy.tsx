import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import { Button } from '@mui/material';
import { useNotify } from 'react-admin';
import { useWords } from '../i18n/useWords.ts';

/** Puts a text on the clipboard and says so. */
export function Copy({ text, label }: { text: string; label?: string }) {
  const t = useWords();
  const notify = useNotify();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    notify('shell.form.copied', { type: 'success' });
  };
  return (
    <Button size="small" variant="outlined" color="secondary" startIcon={<CopyIcon />} onClick={() => void copy()}>
      {label ?? t('shell.form.copy')}
    </Button>
  );
}
