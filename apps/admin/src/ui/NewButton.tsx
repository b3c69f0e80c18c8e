import AddIcon from '@mui/icons-material/Add';
import { Button } from '@mui/material';
import { useWords, type WordKey } from '../i18n/useWords.ts';

/** What a page is there to add; the key "n" does it too. */
export function NewButton({ label, onClick }: { label: WordKey; onClick: () => void }) {
  const t = useWords();
  return (
    <Button variant="contained" startIcon={<AddIcon />} onClick={onClick} data-shortcut="new" aria-keyshortcuts="n">
      {t(label)}
    </Button>
  );
}
