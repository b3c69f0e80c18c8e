import { Box, Button, Typography } from '@mui/material';
import { pointIn } from '@perennial/domain/points/point';
import { useState } from 'react';
import { useMayWrite } from '../auth/useStaff.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Column } from '../list/column.ts';
import { ListPage } from '../list/ListPage.tsx';
import { ListPicture } from '../ui/pictures.tsx';
import { waysOf, type PointRow } from './point.ts';
import { PointForm } from './PointForm.tsx';
import { ProbeForm } from './ProbeForm.tsx';

/** Where customers are served, and when somebody last answered there (C9). */
export default function PointList() {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const { asOf } = useBusiness();
  const mayWrite = useMayWrite('points');
  const mayProbe = useMayWrite('probes');
  const [trying, setTrying] = useState<PointRow | undefined>();
  const columns: Column<PointRow>[] = [
    {
      key: 'name',
      label: 'points.column.name',
      sort: 'name',
      render: (row) => pointIn(row, language).name,
      csv: (row) => row.name,
    },
    {
      key: 'reach',
      label: 'points.column.reach',
      render: (row) => <Box sx={{ overflowWrap: 'anywhere' }}>{format.list(waysOf(row, language))}</Box>,
      csv: (row) => format.list(waysOf(row, language)),
    },
    {
      key: 'region',
      label: 'points.column.region',
      wideOnly: true,
      render: (row) => row.region ?? t('points.everywhere'),
      csv: (row) => row.region,
    },
    {
      key: 'answered',
      label: 'points.column.answered',
      render: (row) => (
        <>
          {row.lastAnsweredOn ? format.date(row.lastAnsweredOn) : t('points.never')}
          <Typography variant="caption" color="textSecondary" component="div">
            {!row.active
              ? t('points.inactive')
              : row.lastAnsweredOn
                ? format.daysFrom(asOf, row.lastAnsweredOn)
                : undefined}
          </Typography>
        </>
      ),
      csv: (row) => row.lastAnsweredOn,
    },
    ...(mayProbe
      ? [
          {
            key: 'probe',
            label: 'points.column.probe',
            render: (row: PointRow) => (
              <Button
                size="small"
                color="secondary"
                aria-label={t('points.probe.openFor', { name: row.name })}
                onClick={() => setTrying(row)}
              >
                {t('points.probe.open')}
              </Button>
            ),
            csv: () => '',
          } satisfies Column<PointRow>,
        ]
      : []),
  ];
  return (
    <ListPage<PointRow>
      words="points"
      resource="servicePoints"
      columns={columns}
      mayWrite={mayWrite}
      picture={<ListPicture />}
      form={(open, onClose) => <PointForm open={open} onClose={onClose} />}
    >
      {trying && <ProbeForm point={trying} onClose={() => setTrying(undefined)} />}
    </ListPage>
  );
}
