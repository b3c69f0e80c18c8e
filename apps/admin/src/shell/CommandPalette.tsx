import SearchIcon from '@mui/icons-material/Search';
import { Box, Dialog, InputBase, Typography } from '@mui/material';
import { useDeferredValue, useEffect, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useWords } from '../i18n/useWords.ts';
import { PaletteCustomersDocument } from '../gql/graphql.ts';
import { usePaletteEntries, type PaletteEntry } from './usePaletteEntries.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  onKeys: () => void;
}

/** ⌘K: customers, pages and actions behind one field. */
export function CommandPalette({ open, onClose, onKeys }: Props) {
  const t = useWords();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      maxWidth="sm"
      fullWidth
      aria-label={t('shell.palette.title')}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
    >
      <Palette onClose={onClose} onKeys={onKeys} />
    </Dialog>
  );
}

function Palette({ onClose, onKeys }: Omit<Props, 'open'>) {
  const t = useWords();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const asked = useDeferredValue(text.trim());
  const found = useRead(PaletteCustomersDocument, { search: asked }, { enabled: asked.length > 0, keep: true });
  const customers = asked ? (found.data?.customers?.nodes ?? []) : [];
  const entries = usePaletteEntries(text, customers, onKeys);
  const chosen = Math.min(at, entries.length - 1);
  useEffect(() => setAt(0), [text]);
  useEffect(() => {
    document.getElementById(`palette-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const act = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    onClose();
    if (entry.to) void navigate(entry.to);
    entry.run?.();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt((now) => Math.min(now + 1, entries.length - 1));
    else if (event.key === 'ArrowUp') setAt((now) => Math.max(now - 1, 0));
    else if (event.key === 'Enter') act(entries[chosen]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <Box
        sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}
      >
        <SearchIcon aria-hidden />
        <InputBase
          autoFocus
          fullWidth
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={press}
          placeholder={t('shell.palette.input')}
          sx={{ fontSize: '1rem', '& input::placeholder': { color: 'text.secondary', opacity: 1 } }}
          inputProps={{
            role: 'combobox',
            'aria-label': t('shell.palette.input'),
            'aria-expanded': true,
            'aria-controls': 'palette-list',
            'aria-autocomplete': 'list',
            'aria-activedescendant': entries.length ? `palette-${chosen}` : undefined,
          }}
        />
      </Box>
      <Box
        id="palette-list"
        role="listbox"
        aria-label={t('shell.palette.title')}
        sx={{ overflow: 'auto', maxHeight: '60vh', p: 1 }}
      >
        {entries.map((entry, index) => (
          <Box
            key={entry.key}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => act(entry)}
            onMouseMove={() => setAt(index)}
            sx={{
              display: 'flex',
              gap: 1,
              alignItems: 'baseline',
              px: 1,
              py: 1,
              borderRadius: 1,
              cursor: 'pointer',
              bgcolor: index === chosen ? 'action.selected' : 'transparent',
            }}
          >
            <Box component="span" sx={{ flex: 1 }}>
              {entry.label}
            </Box>
            <Typography component="span" variant="caption" color="textSecondary">
              {entry.group}
            </Typography>
          </Box>
        ))}
      </Box>
      <Typography role="status" variant="caption" color="textSecondary" sx={{ px: 2, pb: 1.5 }}>
        {entries.length === 0 && !found.isFetching
          ? t('shell.palette.nothing')
          : t('shell.palette.count', { smart_count: entries.length })}
      </Typography>
    </>
  );
}
