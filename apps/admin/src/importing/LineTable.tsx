import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { imported, setAside, sumOfParts, type LineCounts } from '@perennial/domain/importing/counts';
import { IMPORTABLE, OUTCOMES, SET_ASIDE, type Outcome } from '@perennial/domain/importing/line';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { shares } from './shares.ts';

interface Props {
  counts: LineCounts;
  /** A dry run: nothing has been imported yet. */
  dry?: boolean;
}

/** What became of every line, or would; the parts add up to the file, and the page says whether they do. */
export function LineTable({ counts, dry = false }: Props) {
  const t = useWords();
  const format = useFormat();
  const adds = sumOfParts(counts) === counts.lines;
  const most = Math.max(1, counts.lines);
  const shown = shares(
    OUTCOMES.map((outcome) => counts.outcomes[outcome]),
    counts.lines,
  );
  const shareOf = (outcomes: readonly Outcome[]) =>
    outcomes.reduce((sum, outcome) => sum + (shown[OUTCOMES.indexOf(outcome)] ?? 0), 0);
  const row = (label: string, value: number, share: number, strong = false) => (
    <TableRow key={label}>
      <TableCell component="th" scope="row" sx={{ fontWeight: strong ? 650 : 400 }}>
        {label}
      </TableCell>
      <TableCell align="right" sx={{ fontWeight: strong ? 650 : 400 }}>
        {format.number(value)}
      </TableCell>
      <TableCell sx={{ width: '40%' }}>
        <Box
          aria-hidden
          sx={{
            height: 8,
            borderRadius: 0.5,
            bgcolor: strong ? 'text.secondary' : 'primary.main',
            width: `${(value / most) * 100}%`,
          }}
        />
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
          {format.percent(share)}
        </Box>
      </TableCell>
    </TableRow>
  );
  const part = (outcome: Outcome) =>
    counts.outcomes[outcome] > 0 &&
    row(t(`importing.outcome.${outcome}`), counts.outcomes[outcome], shareOf([outcome]));
  return (
    <>
      <Table size="small" sx={{ maxWidth: 720 }}>
        <TableHead>
          <TableRow>
            <TableCell>{t('importing.report.outcome')}</TableCell>
            <TableCell align="right">{t('importing.report.lines')}</TableCell>
            <TableCell>%</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {IMPORTABLE.toReversed().map(part)}
          {row(
            t(dry ? 'importing.report.wouldImport' : 'importing.report.imported'),
            imported(counts),
            shareOf(IMPORTABLE),
            true,
          )}
          {part('THERE')}
          {SET_ASIDE.map(part)}
          {row(t('importing.report.setAside'), setAside(counts), shareOf(SET_ASIDE), true)}
          {row(t('importing.report.total'), counts.lines, counts.lines / most, true)}
        </TableBody>
      </Table>
      <Typography role="status" sx={{ mt: 1, color: adds ? 'text.secondary' : 'error.main' }}>
        {t(adds ? 'importing.report.adds' : 'importing.report.notAdds')}
      </Typography>
      {counts.afterToday > 0 && (
        <Typography sx={{ mt: 1 }}>
          {t('importing.report.afterToday', {
            smart_count: counts.afterToday,
            count: format.number(counts.afterToday),
          })}
        </Typography>
      )}
    </>
  );
}
