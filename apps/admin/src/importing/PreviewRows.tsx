import { Alert, Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { TARGETS } from '@perennial/domain/importing/columns';
import { useMemo } from 'react';
import { useRefusalText } from '../api/useRefusalText.ts';
import { formatFor } from '../format/format.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import { WideTable } from '../ui/WideTable.tsx';
import type { Lines, useMapping } from './useMapping.ts';
import { Why } from './Why.tsx';

interface Props {
  lines: Lines;
  /** They are those of an earlier choice: what is chosen now cannot work, or could not be read. */
  behind: boolean;
  read: Pick<ReturnType<typeof useMapping>['read'], 'error'>;
}

/** The first lines of the file under the meaning chosen for each column, and what becomes of them. */
export function PreviewRows({ lines: { mapping, rows }, behind, read: { error } }: Props) {
  const t = useWords();
  const said = useRefusalText();
  // by the clock of the file, so that it can be held against what stands there
  const language = useLanguage();
  const format = useMemo(() => formatFor(language, mapping.timeZone), [language, mapping.timeZone]);
  const targets = TARGETS.filter((target) => mapping.columns[target] !== null);
  return (
    <Panel title={t('importing.preview.title')}>
      {behind && (
        <Alert severity="warning" role="status" sx={{ mb: 1 }}>
          {error && `${said(error.problems[0] ?? error)} `}
          {t('importing.preview.behind')}
        </Alert>
      )}
      {/* dimmed by colour alone, which leaves enough contrast to be read */}
      <Box
        sx={
          behind ? { bgcolor: 'action.hover', '& td, & th': { color: 'text.secondary', bgcolor: 'transparent' } } : {}
        }
      >
        <WideTable label={t('importing.preview.title')}>
          <Table size="small">
            {/* long names in two lines, so that more of the values fit */}
            <TableHead sx={{ '& th': { whiteSpace: 'normal', verticalAlign: 'bottom' } }}>
              <TableRow>
                <TableCell>{t('importing.preview.line')}</TableCell>
                <TableCell>{t('importing.preview.becomes')}</TableCell>
                {targets.map((target) => (
                  <TableCell key={target}>{t(`importing.target.${target}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map((row) => (
                <TableRow key={row.line}>
                  <TableCell component="th" scope="row">
                    {row.line}
                  </TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>
                    {row.outcome ? t(`importing.outcome.${row.outcome}`) : '–'}
                    <Why of={row} />
                  </TableCell>
                  {targets.map((target) => {
                    const value = row.values[mapping.columns[target] ?? -1] ?? '';
                    return (
                      <TableCell
                        key={target}
                        title={target === 'description' ? value : undefined}
                        sx={{
                          whiteSpace: 'nowrap',
                          maxWidth: target === 'description' ? 120 : 240,
                          overflow: 'hidden',
                          textOverflow: 'ellipsis',
                        }}
                      >
                        {target === 'at' && row.at ? format.time(row.at) : value}
                        {target === 'at' && row.at && (
                          <Typography variant="caption" color="textSecondary" component="div">
                            {value}
                          </Typography>
                        )}
                      </TableCell>
                    );
                  })}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </WideTable>
      </Box>
    </Panel>
  );
}
