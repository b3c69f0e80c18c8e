import YesIcon from '@mui/icons-material/Check';
import { Box, Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { Fragment } from 'react';
import { Link as RouterLink } from 'react-router';
import { useWords } from '../i18n/useWords.ts';
import { byEntity, grantName, useFieldWords, type GrantableField } from './fieldWords.ts';
import type { Partner } from './partner.ts';

interface Props {
  agreements: Partner['agreements']['nodes'];
  fields: readonly GrantableField[];
}

const hidden = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;

/** Fields down, agreements (one per purpose) across, with how many customers each reaches: who gets what at a glance. */
export function GrantMatrix({ agreements, fields }: Props) {
  const t = useWords();
  const words = useFieldWords();
  const isGranted = (field: GrantableField) => agreements.some((each) => each.fields.includes(grantName(field)));
  const reached = new Set(fields.filter(isGranted).map((field) => field.entity));
  const granted = byEntity(
    fields.filter((field) => isGranted(field) || (field.share === 'always' && reached.has(field.entity))),
  );
  return (
    <TableContainer tabIndex={0} role="group" aria-label={t('partners.agreements.title')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('partners.agreements.field')}</TableCell>
            {agreements.map((agreement) => (
              <TableCell key={agreement.id} align="center" sx={{ whiteSpace: 'normal', minWidth: 120 }}>
                <Link component={RouterLink} to={`/agreements/${encodeURIComponent(agreement.id)}`}>
                  {t(`values.SharingPurpose.${agreement.purpose}`)}
                </Link>
                <Typography variant="caption" component="div">
                  {t(`values.AgreementStatus.${agreement.status}`)}
                </Typography>
                <Typography variant="caption" component="div">
                  {t('partners.agreements.visible', { smart_count: agreement.visibleCustomers })}
                </Typography>
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {granted.map(([entity, entries]) => (
            <Fragment key={entity}>
              <TableRow>
                <TableCell
                  component="th"
                  scope="colgroup"
                  colSpan={agreements.length + 1}
                  sx={{ color: 'text.secondary', pt: 2, fontWeight: 650 }}
                >
                  {words.entity(entity)}
                </TableCell>
              </TableRow>
              {entries.map((entry) => (
                <TableRow key={entry.field}>
                  <TableCell component="th" scope="row">
                    {words.field(entry.field)}
                  </TableCell>
                  {agreements.map((agreement) => {
                    const yes = entry.share === 'always' || agreement.fields.includes(grantName(entry));
                    return (
                      <TableCell key={agreement.id} align="center" sx={{ position: 'relative' }}>
                        {yes ? <YesIcon fontSize="small" color="success" aria-hidden /> : <span aria-hidden>–</span>}
                        <Box component="span" sx={hidden}>
                          {t(yes ? 'partners.agreements.granted' : 'partners.agreements.notGranted')}
                        </Box>
                      </TableCell>
                    );
                  })}
                </TableRow>
              ))}
            </Fragment>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
