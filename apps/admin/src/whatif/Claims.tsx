import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { CLAIM_KINDS } from '@perennial/domain/claims/claim';
import type { WhatIfResult } from '@perennial/domain/whatif/tally';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import { WideTable } from '../ui/WideTable.tsx';

/** Repairs, replacements, upkeep: what was claimed, decided once more. Left out where nobody claimed anything. */
export function Claims({ result: { claims } }: { result: WhatIfResult }) {
  const t = useWords();
  const format = useFormat();
  if (claims.length === 0) return null;
  return (
    <Panel title={t('whatIf.claims.title')}>
      <WideTable label={t('whatIf.claims.title')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('whatIf.claims.kind')}</TableCell>
              <TableCell>{t('whatIf.outcomes.outcome')}</TableCell>
              <TableCell align="right">{t('whatIf.outcomes.before')}</TableCell>
              <TableCell align="right">{t('whatIf.outcomes.after')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {claims.flatMap(({ kind, outcomes }) =>
              outcomes
                .filter(({ before, after }) => before.claims + after.claims > 0)
                .map(({ outcome, before, after }) => (
                  <TableRow key={`${kind} ${outcome}`}>
                    <TableCell component="th" scope="row">
                      {kindIn(kind, t)}
                    </TableCell>
                    <TableCell>{t(`whatIf.outcome.${outcome}`)}</TableCell>
                    <TableCell align="right">{format.number(before.claims)}</TableCell>
                    <TableCell align="right">{format.number(after.claims)}</TableCell>
                  </TableRow>
                )),
            )}
          </TableBody>
        </Table>
      </WideTable>
      {claims.map(
        ({ kind, assumed }) =>
          assumed &&
          assumed.after.claims > 0 && (
            <Typography key={kind} variant="body2" sx={{ mt: 1 }}>
              {format.pair(kindIn(kind, t), t('whatIf.claims.assumed', { count: format.number(assumed.after.claims) }))}
            </Typography>
          ),
      )}
      <Typography color="textSecondary" variant="body2" sx={{ mt: 1 }}>
        {t('whatIf.claims.note')}
      </Typography>
    </Panel>
  );
}

function kindIn(kind: string, t: ReturnType<typeof useWords>): string {
  const known = CLAIM_KINDS.find((each) => each === kind);
  return known ? t(`values.ClaimKind.${known}`) : kind;
}
