import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import { useRead } from '../../api/useRead.ts';
import { useWrite } from '../../api/useWrite.ts';
import { useMayWrite, useStaff } from '../../auth/useStaff.ts';
import {
  AgreementActivateDocument,
  AgreementEndDocument,
  AgreementPageDocument,
  AgreementSuspendDocument,
  type AgreementPageQuery,
} from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { NotFound } from '../../shell/NotFound.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Page } from '../../ui/Page.tsx';
import { PagePart } from '../../ui/PagePart.tsx';
import { SideBySide } from '../../ui/SideBySide.tsx';
import { Coverage } from './Coverage.tsx';
import { Grants } from './Grants.tsx';
import { Keys } from './Keys.tsx';
import { Receipts } from './Receipts.tsx';
import { Terms } from './Terms.tsx';
import { ViewAsPartner } from './ViewAsPartner.tsx';
import type { Agreement } from './agreement.ts';
import { NO_TICKS, unsaved } from './ticks.ts';

type Move = 'activate' | 'suspend' | 'end';

/** One data sharing agreement end to end (S10): terms, coverage, grants, keys, the partner's view, receipts. */
export default function AgreementPage() {
  const { id = '' } = useParams();
  const read = useRead(AgreementPageDocument, { id });
  return (
    <PagePart of={read}>
      {({ agreement, agreementCoverage, grantableFields }) =>
        agreement ? (
          <Loaded key={agreement.id} agreement={agreement} coverage={agreementCoverage} fields={grantableFields} />
        ) : (
          <NotFound />
        )
      }
    </PagePart>
  );
}

interface LoadedProps {
  agreement: Agreement;
  coverage: AgreementPageQuery['agreementCoverage'];
  fields: AgreementPageQuery['grantableFields'];
}

function Loaded({ agreement, coverage, fields }: LoadedProps) {
  const t = useWords();
  const mayWrite = useMayWrite('partners') && agreement.status !== 'ENDED';
  // Keys and the partner's view are for those who keep agreements and those who watch over them.
  const mayLook = useStaff()?.role !== 'AGENT';
  const [move, setMove] = useState<Move | undefined>();
  const [ticks, setTicks] = useState(NO_TICKS);
  const [activate] = useWrite(AgreementActivateDocument);
  const [suspend] = useWrite(AgreementSuspendDocument);
  const [end] = useWrite(AgreementEndDocument);
  const { id, status, purpose, partner } = agreement;
  const said = t(`values.SharingPurpose.${purpose}`);
  const left = unsaved(agreement.fields, ticks);
  const toActivate = mayWrite && status !== 'ACTIVE';
  const confirm = () => {
    if (move === 'activate') return activate({ id });
    return move === 'suspend' ? suspend({ id }) : end({ id });
  };
  return (
    <Page
      title={t('partners.agreement.title', { purpose: said })}
      intro={
        <>
          {partner && (
            <Link component={RouterLink} to={`/partners/${encodeURIComponent(partner.id)}/show`}>
              {t('partners.agreement.with', { partner: partner.name })}
            </Link>
          )}{' '}
          · {t(`values.AgreementStatus.${status}`)}
          {!agreement.inForce && <> · {t('partners.agreement.notInForce')}</>}
          {toActivate && agreement.fields.length === 0 && <> {t('partners.agreement.grantFirst')}</>}
        </>
      }
      actions={
        mayWrite && (
          <>
            <Button color="secondary" onClick={() => setMove('end')}>
              {t('partners.agreement.end')}
            </Button>
            {status === 'ACTIVE' ? (
              <Button variant="outlined" onClick={() => setMove('suspend')}>
                {t('partners.agreement.suspend')}
              </Button>
            ) : (
              <Button variant="contained" disabled={agreement.fields.length === 0} onClick={() => setMove('activate')}>
                {t('partners.agreement.activate')}
              </Button>
            )}
          </>
        )
      }
    >
      <SideBySide shape="minmax(0, 1fr) minmax(0, 1fr)" from="lg">
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Terms agreement={agreement} mayWrite={mayWrite} />
          <Coverage coverage={coverage} />
          {mayLook && <Keys agreement={agreement} mayWrite={mayWrite} />}
          {mayLook && <ViewAsPartner agreement={agreement} />}
          <Receipts receipts={agreement.receipts.nodes} />
        </Box>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Grants agreement={agreement} fields={fields} ticks={ticks} onTicks={setTicks} mayWrite={mayWrite} />
        </Box>
      </SideBySide>
      <ConfirmDialog
        open={move !== undefined}
        title={t(`partners.agreement.${move ?? 'activate'}`)}
        action={t(`partners.agreement.${move ?? 'activate'}`)}
        danger={move === 'end'}
        onConfirm={confirm}
        onClose={() => setMove(undefined)}
      >
        <Typography>
          {t(`partners.agreement.${move ?? 'activate'}Text`, {
            partner: partner?.name ?? '',
            fields: agreement.fields.length,
            purpose: said,
          })}
        </Typography>
        {move === 'activate' && left.added.length + left.removed.length > 0 && (
          <Alert severity="warning" sx={{ mt: 2 }}>
            {t('partners.agreement.ticksLeft', { added: left.added.length, removed: left.removed.length })}
          </Alert>
        )}
      </ConfirmDialog>
    </Page>
  );
}
