import { Box, Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import { z } from 'zod';
import { SHARING_PURPOSES } from '@perennial/domain/customers/relationship';
import { useFormat } from '../../format/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Panel } from '../../ui/Panel.tsx';
import type { CustomerFile } from './customer.ts';

const shares = z.array(
  z.object({
    agreementId: z.string(),
    partnerId: z.string(),
    partner: z.string(),
    purpose: z.enum(SHARING_PURPOSES),
    until: z.string().nullable(),
    lastReadAt: z.string().nullable(),
  }),
);

/** Who else sees them, what for, until when, and whether they looked (S10). */
export function Sharing({ customer }: { customer: CustomerFile }) {
  const t = useWords();
  const format = useFormat();
  const read = shares.safeParse(customer.sharedWith);
  const rows = read.success ? read.data : [];
  return (
    <Panel title={t('customers.sharing.title')}>
      {rows.length === 0 && <Typography color="textSecondary">{t('customers.sharing.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {rows.map((share) => (
          <li key={share.agreementId}>
            <Link component={RouterLink} to={`/agreements/${encodeURIComponent(share.agreementId)}`}>
              {t('customers.sharing.line', {
                partner: share.partner,
                purpose: t(`values.SharingPurpose.${share.purpose}`),
              })}
            </Link>
            <Typography variant="body2" color="textSecondary">
              {share.until
                ? t('customers.sharing.until', { date: format.day(share.until) })
                : t('customers.consents.open')}
              {' · '}
              {share.lastReadAt
                ? t('customers.sharing.lastRead', { date: format.time(share.lastReadAt) })
                : t('customers.sharing.neverRead')}
            </Typography>
          </li>
        ))}
      </Box>
    </Panel>
  );
}
