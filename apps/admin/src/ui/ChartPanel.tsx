import { Box, Button, Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from './Panel.tsx';

interface Cell {
  text: string;
  /** Where the figure leads. */
  to?: string;
}

interface Props {
  title: string;
  /** What the picture says, in a sentence. */
  said: ReactNode;
  picture: ReactNode;
  headings: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** A chart with its point in words, and the same figures as a table behind a toggle. */
export function ChartPanel({ title, said, picture, headings, rows }: Props) {
  const t = useWords();
  const [table, setTable] = useState(false);
  return (
    <Panel
      title={title}
      action={
        <Button size="small" color="secondary" aria-pressed={table} onClick={() => setTable(!table)}>
          {t(table ? 'shell.chart.picture' : 'shell.chart.table')}
        </Button>
      }
    >
      <Box sx={{ mb: 1 }}>{said}</Box>
      {table ? (
        <TableContainer sx={{ maxHeight: 280 }} tabIndex={0} role="group" aria-label={title}>
          <Table size="small" stickyHeader>
            <TableHead>
              <TableRow>
                {headings.map((heading, index) => (
                  <TableCell key={heading} align={index === 0 ? 'left' : 'right'}>
                    {heading}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map((row) => (
                <TableRow key={row[0]?.text}>
                  {row.map((cell, index) => (
                    <TableCell
                      key={headings[index]}
                      align={index === 0 ? 'left' : 'right'}
                      {...(index === 0 ? { component: 'th', scope: 'row' } : {})}
                    >
                      {cell.to ? (
                        <Link component={RouterLink} to={cell.to}>
                          {cell.text}
                        </Link>
                      ) : (
                        cell.text
                      )}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      ) : (
        picture
      )}
    </Panel>
  );
}
