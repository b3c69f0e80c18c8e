import { Box, Paper, Typography, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useListController, type RaRecord } from 'react-admin';
import { useLocation } from 'react-router';
import { useWords } from '../i18n/useWords.ts';
import { Cards } from './Cards.tsx';
import type { Bulk, Column, FilterField, View } from './column.ts';
import { ListFailure } from './ListFailure.tsx';
import { ListSkeleton } from './ListSkeleton.tsx';
import { Narrowed } from './Narrowed.tsx';
import { Pages } from './Pages.tsx';
import { Picked } from './Picked.tsx';
import { SortBy } from './SortBy.tsx';
import { storeKeyOf } from './storeKey.ts';
import { Table } from './Table.tsx';
import { Toolbar } from './Toolbar.tsx';
import { Views } from './Views.tsx';

interface Props<Row> {
  resource: string;
  /** Names the list to screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  sort: { field: string; order: 'ASC' | 'DESC' };
  /** What is always asked for, whatever the person filters. */
  filter?: Record<string, unknown>;
  /** The filter a person finds on the first visit. */
  begin?: Record<string, unknown>;
  search?: boolean;
  filters?: readonly FilterField[];
  views?: readonly View[];
  /** Where a row leads. */
  to?: (row: Row) => string;
  /** Draws the rows some other way than as a table and cards. */
  draw?: (rows: readonly Row[]) => ReactNode;
  /** What can be done with several rows at once, in the table. */
  bulk?: Bulk<Row> | undefined;
  /** What stands here while there is not a single row. */
  empty?: ReactNode;
}

/** A list that can be searched, narrowed, sorted, kept as a view and exported: a dense table, cards on a phone. */
export function DataList<Row extends RaRecord>(props: Props<Row>) {
  const { resource, label, columns, sort, filter, to, empty, draw } = props;
  const t = useWords();
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'), { noSsr: true });
  const { search } = useLocation();
  const list = useListController<Row>({
    resource,
    storeKey: storeKeyOf(resource, search),
    sort,
    perPage: 25,
    exporter: false,
    ...(filter ? { filter } : {}),
    ...(props.begin ? { filterDefaultValues: props.begin } : {}),
  });
  const rows = list.data ?? [];
  const filtered = JSON.stringify(list.filterValues ?? {}) !== JSON.stringify(props.begin ?? {});
  if (list.error) return <ListFailure error={list.error} retry={() => void list.refetch()} />;
  if (list.isPending) return <ListSkeleton columns={columns.length} />;
  if (list.total === 0 && !filtered && empty) {
    return (
      <>
        {props.views && props.begin && <Views list={list} views={props.views} />}
        {empty}
      </>
    );
  }
  return (
    <Box>
      {props.views && <Views list={list} views={props.views} />}
      <Toolbar
        list={list}
        columns={columns}
        search={props.search ?? false}
        filters={props.filters ?? []}
        views={props.views ?? []}
      />
      <Narrowed list={list} columns={columns} filters={props.filters ?? []} views={props.views ?? []} />
      {props.bulk && <Picked list={list} bulk={props.bulk} />}
      {phone && !draw && <SortBy list={list} columns={columns} />}
      {rows.length === 0 ? (
        <Paper sx={{ p: 4, textAlign: 'center' }}>
          <Typography role="status">{t('shell.list.noMatch')}</Typography>
        </Paper>
      ) : draw ? (
        draw(rows)
      ) : phone ? (
        <Cards rows={rows} columns={columns} label={label} to={to} />
      ) : (
        <Table list={list} rows={rows} columns={columns} label={label} to={to} bulk={props.bulk} />
      )}
      <Pages list={list} />
    </Box>
  );
}
