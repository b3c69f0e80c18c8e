import { Box, Button, Link, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { PartnerPageDocument, type PartnerPageQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { Facts } from '../ui/Facts.tsx';
import { NewButton } from '../ui/NewButton.tsx';
import { Page } from '../ui/Page.tsx';
import { PagePart } from '../ui/PagePart.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Website } from '../ui/Website.tsx';
import { SideBySide } from '../ui/SideBySide.tsx';
import { GrantMatrix } from './GrantMatrix.tsx';
import { NewAgreement } from './NewAgreement.tsx';
import { PartnerForm } from './PartnerForm.tsx';
import { ProductRoles } from './ProductRoles.tsx';
import type { Partner } from './partner.ts';

/** One partner: what they are to us, and who gets what. */
export default function PartnerPage() {
  const { id = '' } = useParams();
  const read = useRead(PartnerPageDocument, { id });
  return (
    <PagePart of={read}>
      {({ partner, grantableFields }) =>
        partner ? <Loaded partner={partner} fields={grantableFields} /> : <NotFound />
      }
    </PagePart>
  );
}

function Loaded({ partner, fields }: { partner: Partner; fields: PartnerPageQuery['grantableFields'] }) {
  const t = useWords();
  const mayWrite = useMayWrite('partners');
  const [open, setOpen] = useState<'edit' | 'agreement' | undefined>();
  const { website, contactEmail, note } = partner;
  const rows: [string, ReactNode][] = [];
  if (website) {
    rows.push([t('partners.website'), <Website key="website" address={website} />]);
  }
  if (contactEmail) {
    rows.push([
      t('partners.email'),
      <Link key="email" href={`mailto:${contactEmail}`}>
        {contactEmail}
      </Link>,
    ]);
  }
  if (note) rows.push([t('partners.note'), note]);
  return (
    <Page
      title={partner.name}
      actions={
        mayWrite && (
          <>
            <Button color="secondary" onClick={() => setOpen('edit')}>
              {t('partners.edit')}
            </Button>
            <NewButton label="partners.agreements.new" onClick={() => setOpen('agreement')} />
          </>
        )
      }
    >
      <SideBySide shape="minmax(0, 1fr) 320px">
        <Panel title={t('partners.agreements.title')}>
          {partner.agreements.nodes.length === 0 ? (
            <Typography color="textSecondary">{t('partners.agreements.none')}</Typography>
          ) : (
            <GrantMatrix agreements={partner.agreements.nodes} fields={fields} />
          )}
        </Panel>
        <Box sx={{ display: 'grid', gap: 2 }}>
          {rows.length > 0 && (
            <Panel title={t('partners.about')}>
              <Facts rows={rows} />
            </Panel>
          )}
          <ProductRoles partner={partner} mayWrite={mayWrite} />
        </Box>
      </SideBySide>
      <PartnerForm partner={partner} open={open === 'edit'} onClose={() => setOpen(undefined)} />
      <NewAgreement partner={partner} open={open === 'agreement'} onClose={() => setOpen(undefined)} />
    </Page>
  );
}
