import { Box, Button, Typography } from '@mui/material';
import { POLICY_STAGES } from '@perennial/domain/policies/policy';
import { covers } from '@perennial/domain/shared/period';
import { useState } from 'react';
import { SelectInput, TextInput, required } from 'react-admin';
import { useNavigate } from 'react-router';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { PolicyCreateDocument, type PolicyCreateInput, type PolicyListQuery } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Column } from '../list/column.ts';
import { DataList } from '../list/DataList.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { NewButton } from '../ui/NewButton.tsx';
import { Page } from '../ui/Page.tsx';
import { Floors } from './guard/Floors.tsx';
import { TimelinePicture } from '../ui/pictures.tsx';
import { Gaps } from '../whatif/Gaps.tsx';
import { policyNameIn } from './policyIn.ts';
import { StartFromPack } from './packs/StartFromPack.tsx';

type PolicyRow = PolicyListQuery['policies']['nodes'][number];

/** What we promise, and since when (C1). */
export default function PolicyList() {
  const t = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const { asOf } = useBusiness();
  const mayWrite = useMayWrite('policies');
  const [creating, setCreating] = useState(false);
  const [fromPack, setFromPack] = useState(false);
  const [create] = useWrite(PolicyCreateDocument, { say: false });
  const inForce = (row: PolicyRow) =>
    row.versions.nodes.find(
      (each) => each.status !== 'DRAFT' && covers({ from: each.effectiveFrom, to: each.effectiveTo }, asOf),
    );
  const language = useLanguage();
  const where = ({ base, regions }: PolicyRow) =>
    base
      ? t('policies.variantOf', { base: policyNameIn(base, language), regions: format.list(regions) })
      : t('policies.onlyIn', { regions: format.list(regions) });
  const columns: Column<PolicyRow>[] = [
    {
      key: 'policy',
      label: 'policies.column.policy',
      sort: 'name',
      render: (row) => (
        <>
          {policyNameIn(row, language)}
          {row.regions.length > 0 && (
            <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
              {where(row)}
            </Typography>
          )}
        </>
      ),
      csv: (row) => [policyNameIn(row, language), ...(row.regions.length > 0 ? [where(row)] : [])].join(' · '),
    },
    {
      key: 'stage',
      label: 'policies.column.stage',
      render: (row) => t(`values.PolicyStage.${row.stage}`),
      csv: (row) => t(`values.PolicyStage.${row.stage}`),
    },
    {
      key: 'inForce',
      label: 'policies.column.inForce',
      render: (row) => {
        const version = inForce(row);
        return version ? t('policies.versionNumber', { number: version.number }) : t('policies.noVersion');
      },
      csv: (row) => inForce(row)?.number,
    },
    {
      key: 'since',
      label: 'policies.column.since',
      render: (row) => {
        const from = inForce(row)?.effectiveFrom;
        return from ? format.date(from) : '–';
      },
      csv: (row) => inForce(row)?.effectiveFrom,
    },
    {
      key: 'purchases',
      label: 'policies.column.purchases',
      numeric: true,
      render: (row) => format.number(inForce(row)?.purchases ?? 0),
      csv: (row) => inForce(row)?.purchases ?? 0,
    },
  ];
  const buttons = (
    <>
      <Button variant="outlined" onClick={() => setFromPack(true)}>
        {t('policyEditor.packs.open')}
      </Button>
      <NewButton label="policies.new" onClick={() => setCreating(true)} />
    </>
  );
  return (
    <Page title={t('policies.title')} intro={t('policies.intro')} actions={mayWrite && buttons}>
      <DataList<PolicyRow>
        resource="policies"
        label={t('policies.title')}
        columns={columns}
        sort={{ field: 'name', order: 'ASC' }}
        search
        to={(row) => `/policies/${encodeURIComponent(row.id)}/show`}
        empty={
          <EmptyState
            title={t('policies.empty.title')}
            picture={<TimelinePicture />}
            action={
              mayWrite && (
                <Button variant="outlined" onClick={() => setFromPack(true)}>
                  {t('policyEditor.packs.open')}
                </Button>
              )
            }
          >
            {t('policies.empty.text')}
          </EmptyState>
        }
      />
      <Gaps />
      {fromPack && <StartFromPack open onClose={() => setFromPack(false)} />}
      <Box sx={{ mt: 3 }}>
        <Floors />
      </Box>
      <FormDialog<PolicyCreateInput>
        open={creating}
        title={t('policies.new')}
        action={t('policies.empty.action')}
        values={{ stage: 'AFTER_SALE' }}
        onClose={() => setCreating(false)}
        onSubmit={async (values) => {
          const { payload, errors } = await create(values);
          if (payload?.policy) await navigate(`/policies/${encodeURIComponent(payload.policy.id)}/show`);
          return errors;
        }}
      >
        <TextInput source="name" label={t('policies.name')} validate={required()} helperText={false} autoFocus />
        <TextInput source="description" label={t('policies.description')} helperText={false} multiline minRows={2} />
        <SelectInput
          source="stage"
          label={t('policies.stage')}
          helperText={false}
          choices={POLICY_STAGES.map((id) => ({ id, name: t(`values.PolicyStage.${id}`) }))}
        />
      </FormDialog>
    </Page>
  );
}
