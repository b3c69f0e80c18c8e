import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { setAside, sumOfParts, type LineCounts } from '@perennial/domain/importing/counts';
import { OUTCOMES, SET_ASIDE, type Outcome } from '@perennial/domain/importing/line';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';

const isSetAside = (outcome: Outcome): boolean => SET_ASIDE.some((each) => each === outcome);

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
  const row = (label: string, value: number, strong = false) => (
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
          {format.percent(value / most)}
        </Box>
      </TableCell>
    </TableRow>
  );
  const part = (outcome: Outcome) =>
    counts.outcomes[outcome] > 0 && row(t(`importing.outcome.${outcome}`), counts.outcomes[outcome]);
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
          {OUTCOMES.toReversed()
            .filter((outcome) => !isSetAside(outcome))
            .map(part)}
          {row(
            t(dry ? 'importing.report.wouldImport' : 'importing.report.imported'),
            counts.lines - setAside(counts),
            true,
          )}
          {SET_ASIDE.map(part)}
          {row(t('importing.report.setAside'), setAside(counts), true)}
          {row(t('importing.report.total'), counts.lines, true)}
        </TableBody>
      </Table>
      <Typography role="status" sx={{ mt: 1, color: adds ? 'text.secondary' : 'error.main' }}>
        {t(adds ? 'importing.report.adds' : 'importing.report.notAdds')}
      </Typography>
    </>
  );
}
