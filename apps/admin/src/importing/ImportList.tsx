import { Box } from '@mui/material';
import { importCounts } from '@perennial/domain/importing/counts';
import { ForRoles } from '../auth/ForRoles.tsx';
import { useMayWrite } from '../auth/useStaff.ts';
import { useFormat } from '../format/useFormat.ts';
import type { ImportBatchesQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Column } from '../list/column.ts';
import { DataList } from '../list/DataList.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { ListPicture } from '../ui/pictures.tsx';
import { DropFile } from './DropFile.tsx';

type BatchRow = ImportBatchesQuery['importBatches']['nodes'][number];

/** Brings a file in, and shows what was brought so far. */
export default function ImportList() {
  return (
    <ForRoles page="importing">
      <List />
    </ForRoles>
  );
}

function List() {
  const t = useWords();
  const format = useFormat();
  const mayWrite = useMayWrite('importing');
  const lines = (row: BatchRow) => importCounts.safeParse(row.counts).data?.lines;
  const columns: Column<BatchRow>[] = [
    { key: 'file', label: 'importing.column.file', render: (row) => row.fileName, csv: (row) => row.fileName },
    {
      key: 'status',
      label: 'importing.column.status',
      sort: 'status',
      render: (row) => t(`importing.status.${row.status}`),
      csv: (row) => t(`importing.status.${row.status}`),
    },
    {
      key: 'lines',
      label: 'importing.column.lines',
      numeric: true,
      render: (row) => {
        const count = lines(row);
        return count === undefined ? '–' : format.number(count);
      },
      csv: lines,
    },
    {
      key: 'started',
      label: 'importing.column.started',
      sort: 'createdAt',
      render: (row) => format.time(row.createdAt),
      csv: (row) => row.createdAt,
    },
    { key: 'by', label: 'importing.column.by', render: (row) => row.startedBy ?? '–', csv: (row) => row.startedBy },
  ];
  return (
    <Page title={t('importing.title')} intro={t('importing.intro')}>
      <Box sx={{ display: 'grid', gap: 3 }}>
        {mayWrite && <DropFile />}
        <DataList<BatchRow>
          resource="importBatches"
          label={t('importing.batches')}
          columns={columns}
          sort={{ field: 'createdAt', order: 'DESC' }}
          to={(row) => `/import/${encodeURIComponent(row.id)}`}
          empty={
            <EmptyState title={t('importing.empty.title')} picture={<ListPicture />}>
              {t('importing.empty.text')}
            </EmptyState>
          }
        />
      </Box>
    </Page>
  );
}
