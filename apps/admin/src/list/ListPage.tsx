import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import type { RaRecord } from 'react-admin';
import { useWords } from '../i18n/useWords.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { NewButton } from '../ui/NewButton.tsx';
import { Page } from '../ui/Page.tsx';
import type { Column } from './column.ts';
import { DataList } from './DataList.tsx';

interface Props<Row extends RaRecord> {
  /** Whose words it speaks: `<words>.title`, `.intro`, `.new` and `.empty` of a dictionary. */
  words: 'calendars' | 'partners' | 'points';
  /** Of the API, and the beginning of each row's address. */
  resource: string;
  columns: readonly Column<Row>[];
  mayWrite: boolean;
  /** The list as it looks when it is filled. */
  picture: ReactNode;
  /** The form for a new one. */
  form: (open: boolean, onClose: () => void) => ReactNode;
  children?: ReactNode;
}

/** A list by name whose rows have pages of their own, with one button for a new one; empty, it says what for. */
export function ListPage<Row extends RaRecord>({
  words,
  resource,
  columns,
  mayWrite,
  picture,
  form,
  children,
}: Props<Row>) {
  const t = useWords();
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t(`${words}.title`)}
      intro={t(`${words}.intro`)}
      actions={mayWrite && <NewButton label={`${words}.new`} onClick={() => setAdding(true)} />}
    >
      <DataList<Row>
        resource={resource}
        label={t(`${words}.title`)}
        columns={columns}
        sort={{ field: 'name', order: 'ASC' }}
        search
        to={(row) => `/${resource}/${encodeURIComponent(row.id)}/show`}
        empty={
          <EmptyState
            title={t(`${words}.empty.title`)}
            picture={picture}
            action={
              mayWrite && (
                <Button variant="outlined" onClick={() => setAdding(true)}>
                  {t(`${words}.empty.action`)}
                </Button>
              )
            }
          >
            {t(`${words}.empty.text`)}
          </EmptyState>
        }
      />
      {form(adding, () => setAdding(false))}
      {children}
    </Page>
  );
}
