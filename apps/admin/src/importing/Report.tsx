import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { importCounts, returnsAlreadyThere, type ImportCounts } from '@perennial/domain/importing/counts';
import { useRead } from '../api/useRead.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useFormat } from '../format/useFormat.ts';
import { ImportRejectsDocument } from '../gql/graphql.ts';
import { useWords, type WordKey } from '../i18n/useWords.ts';
import { Facts } from '../ui/Facts.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Part } from '../ui/Part.tsx';
import { SideBySide } from '../ui/SideBySide.tsx';
import type { Batch } from './batch.ts';
import { LineTable } from './LineTable.tsx';
import { OldFigures } from './OldFigures.tsx';
import { Undo } from './Undo.tsx';
import { Why } from './Why.tsx';
import { WideTable } from '../ui/WideTable.tsx';

const DID = [
  'added',
  'alreadyThere',
  'differing',
  'customers',
  'customersInTwoCountries',
  'products',
  'invoices',
  'returnsMatched',
  'returnsPartlyMatched',
  'returnsWithoutPurchase',
  'returnsThere',
  'repeated',
  'rounded',
] as const satisfies readonly (keyof ImportCounts | 'returnsThere')[];

/** Step four: what became of every line, what the import did, what was set aside and why; and the way back. */
export function Report({ batch }: { batch: Batch }) {
  const t = useWords();
  const format = useFormat();
  const mayWrite = useMayWrite('importing');
  const counts = importCounts.safeParse(batch.counts).data;
  if (!counts) return null;
  const did = DID.map((name) => [name, name === 'returnsThere' ? returnsAlreadyThere(counts) : counts[name]] as const);
  return (
    <>
      <OldFigures />
      <SideBySide shape="minmax(0, 1fr) minmax(0, 1fr)" from="lg">
        <Panel title={t('importing.report.title')}>
          <LineTable counts={counts} />
        </Panel>
        <Panel title={t('importing.report.did')}>
          <Facts rows={did.map(([name, count]) => [t(`importing.report.${name}`), format.number(count)])} />
        </Panel>
      </SideBySide>
      <Rejects batchId={batch.id} />
      {mayWrite && (
        <Box>
          <Undo batch={batch} lines={counts.added} />
        </Box>
      )}
    </>
  );
}

function Rejects({ batchId }: { batchId: string }) {
  const t = useWords();
  const read = useRead(ImportRejectsDocument, { id: batchId });
  return (
    <Part of={read}>
      {({ importRejects }) =>
        importRejects && importRejects.length > 0 ? (
          <Panel
            title={t('importing.report.examples')}
            action={
              <Button
                size="small"
                startIcon={<DownloadIcon />}
                href={`/api/download/import-rejects/${encodeURIComponent(batchId)}`}
                download
              >
                {t('importing.report.download')}
              </Button>
            }
          >
            <WideTable label={t('importing.report.examples')}>
              <Table size="small">
                <TableHead>
                  <TableRow>
                    <TableCell>{t('importing.preview.line')}</TableCell>
                    <TableCell>{t('importing.report.outcome')}</TableCell>
                    <TableCell>{t('importing.report.raw')}</TableCell>
                  </TableRow>
                </TableHead>
                <TableBody>
                  {importRejects.map((reject) => (
                    <TableRow key={reject.line}>
                      <TableCell component="th" scope="row">
                        {reject.line}
                      </TableCell>
                      <TableCell sx={{ whiteSpace: 'nowrap' }}>
                        {t(`importing.outcome.${reject.reason}` as WordKey)}
                        <Why of={reject} />
                      </TableCell>
                      <TableCell>
                        <Box component="code" sx={{ whiteSpace: 'nowrap', fontSize: 12 }}>
                          {reject.raw}
                        </Box>
                      </TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            </WideTable>
          </Panel>
        ) : null
      }
    </Part>
  );
}
