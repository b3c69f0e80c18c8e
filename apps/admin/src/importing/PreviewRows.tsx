import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { TARGETS } from '@perennial/domain/importing/columns';
import type { ImportMapping } from '@perennial/domain/importing/mapping';
import type { ImportPreviewQuery } from '../gql/graphql.ts';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';

interface Props {
  mapping: ImportMapping;
  rows: NonNullable<ImportPreviewQuery['importPreview']>['rows'];
}

/** The first lines of the file under the meaning chosen for each column, and what becomes of them. */
export function PreviewRows({ mapping, rows }: Props) {
  const t = useWords();
  const format = useFormat();
  const targets = TARGETS.filter((target) => mapping.columns[target] !== null);
  return (
    <Panel title={t('importing.preview.title')}>
      <TableContainer tabIndex={0} role="group" aria-label={t('importing.preview.title')} sx={{ maxHeight: 560 }}>
        <Table size="small" stickyHeader>
          <TableHead>
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
                  {row.fault && (
                    <Typography variant="caption" color="textSecondary" component="div">
                      {row.field
                        ? format.pair(t(`importing.target.${row.field}`), t(`importing.fault.${row.fault}`))
                        : t(`importing.fault.${row.fault}`)}
                    </Typography>
                  )}
                </TableCell>
                {targets.map((target) => (
                  <TableCell
                    key={target}
                    sx={{ whiteSpace: 'nowrap', maxWidth: 240, overflow: 'hidden', textOverflow: 'ellipsis' }}
                  >
                    {row.values[mapping.columns[target] ?? -1] ?? ''}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Panel>
  );
}
