import AddIcon from '@mui/icons-material/BookmarkAddOutlined';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, ButtonBase, IconButton } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { TextInput, required, useStore, type ListControllerResult, type RaRecord } from 'react-admin';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { View } from './column.ts';

interface Kept {
  name: string;
  filter: Record<string, unknown>;
  sort: { field: string; order: 'ASC' | 'DESC' };
}

const same = (a: Record<string, unknown>, b: Record<string, unknown>) => JSON.stringify(a) === JSON.stringify(b);

/** Ready-made views and those the person kept in this browser; each is a filter and an order. */
export function Views<Row extends RaRecord>({
  list,
  views,
}: {
  list: ListControllerResult<Row>;
  views: readonly View[];
}) {
  const t = useWords();
  const [kept, setKept] = useStore<Kept[]>(`views.${list.resource}`, []);
  const [naming, setNaming] = useState(false);
  const now = (list.filterValues ?? {}) as Record<string, unknown>;
  const show = (filter: Record<string, unknown>, sort?: Kept['sort']) => {
    list.setFilters(filter);
    if (sort) list.setSort(sort);
  };
  const isNew = Object.keys(now).length > 0 && ![...views, ...kept].some((view) => same(view.filter, now));
  return (
    <Box
      role="group"
      aria-label={t('shell.list.views')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mb: 1.5, borderBottom: 1, borderColor: 'divider' }}
    >
      {views.map((view) => (
        <ViewTab key={view.key} on={same(view.filter, now)} onClick={() => show(view.filter, view.sort)}>
          {t(view.label)}
        </ViewTab>
      ))}
      {kept.map((view) => (
        <Box key={view.name} sx={{ display: 'inline-flex', alignItems: 'center' }}>
          <ViewTab on={same(view.filter, now)} onClick={() => show(view.filter, view.sort)}>
            {view.name}
          </ViewTab>
          <IconButton
            size="small"
            aria-label={t('shell.list.removeView', { name: view.name })}
            onClick={() => setKept(kept.filter((each) => each !== view))}
          >
            <CloseIcon sx={{ fontSize: 16 }} />
          </IconButton>
        </Box>
      ))}
      {isNew && (
        <Button size="small" color="secondary" startIcon={<AddIcon />} onClick={() => setNaming(true)}>
          {t('shell.list.newView')}
        </Button>
      )}
      <FormDialog<{ name: string }>
        open={naming}
        title={t('shell.list.newView')}
        maxWidth="xs"
        onClose={() => setNaming(false)}
        onSubmit={async ({ name }) => {
          setKept([
            ...kept.filter((view) => view.name !== name),
            { name, filter: now, sort: list.sort as Kept['sort'] },
          ]);
          return undefined;
        }}
      >
        <TextInput source="name" label={t('shell.list.viewName')} validate={required()} helperText={false} autoFocus />
      </FormDialog>
    </Box>
  );
}

function ViewTab({ on, onClick, children }: { on: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <ButtonBase
      aria-pressed={on}
      onClick={onClick}
      sx={{
        font: 'inherit',
        px: 1.5,
        minHeight: 36,
        fontWeight: on ? 650 : 400,
        color: on ? 'primary.main' : 'text.secondary',
        borderBottom: 2,
        borderColor: on ? 'primary.main' : 'transparent',
        mb: '-1px',
      }}
    >
      {children}
    </ButtonBase>
  );
}
