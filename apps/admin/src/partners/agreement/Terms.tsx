import EditIcon from '@mui/icons-material/EditOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useWrite } from '../../api/useWrite.ts';
import { useSegmentWord } from '../../customers/useCustomerWords.ts';
import { useFormat } from '../../format/useFormat.ts';
import { AgreementUpdateDocument, type AgreementUpdateInput } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Facts } from '../../ui/Facts.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { Agreement } from './agreement.ts';
import { Strange, TermInputs } from './TermInputs.tsx';

/** What for, of whom, until when. */
export function Terms({ agreement, mayWrite }: { agreement: Agreement; mayWrite: boolean }) {
  const t = useWords();
  const format = useFormat();
  const segment = useSegmentWord();
  const [editing, setEditing] = useState(false);
  const [update] = useWrite(AgreementUpdateDocument, { say: false });
  const { id, version, purpose, regions, segments, validFrom, validTo, minimumCount } = agreement;
  return (
    <Panel
      title={t('partners.agreement.terms')}
      action={
        mayWrite && (
          <Button size="small" startIcon={<EditIcon />} onClick={() => setEditing(true)}>
            {t('partners.edit')}
          </Button>
        )
      }
    >
      <Facts
        rows={[
          [t('partners.agreement.purpose'), t(`values.SharingPurpose.${purpose}`)],
          [t('partners.agreement.regions'), regions.length ? format.list(regions) : t('partners.agreement.everyone')],
          [
            t('partners.agreement.segments'),
            segments.length ? format.list(segments.map(segment)) : t('partners.agreement.everyone'),
          ],
          [t('partners.agreement.from'), format.date(validFrom)],
          [t('partners.agreement.to'), validTo ? format.date(validTo) : t('partners.agreement.openEnded')],
          [t('partners.agreement.minimum'), format.number(minimumCount)],
        ]}
      />
      <Strange regions={regions} segments={segments} />
      <FormDialog<Omit<AgreementUpdateInput, 'id' | 'version'>>
        open={editing}
        title={t('partners.agreement.edit')}
        values={{ regions, segments, validFrom, validTo, minimumCount }}
        of="Agreement"
        version={version}
        onClose={() => setEditing(false)}
        onSubmit={async (values) => (await update({ ...values, id, version })).errors}
      >
        <TermInputs />
      </FormDialog>
    </Panel>
  );
}
