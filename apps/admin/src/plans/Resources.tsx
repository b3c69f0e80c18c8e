import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, Typography } from '@mui/material';
import { RESOURCE_KINDS } from '@perennial/domain/retention/plan';
import { useState } from 'react';
import { SelectInput, TextInput, required } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { useFormat } from '../format/useFormat.ts';
import { PlanResourceAddDocument, PlanResourceRemoveDocument, type PlanResourceAddInput } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { Panel } from '../ui/Panel.tsx';
import type { Plan } from './plan.ts';

/** What stands behind the plan (資源支持, C52): without it, it cannot start. */
export function Resources({ plan, mayWrite }: { plan: Plan; mayWrite: boolean }) {
  const t = useWords();
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const [add] = useWrite(PlanResourceAddDocument, { say: false });
  const [remove] = useWrite(PlanResourceRemoveDocument);
  const resources = plan.resources.nodes;
  return (
    <Panel
      title={t('plans.resources.title')}
      tone={resources.length === 0 && plan.status === 'DRAFT' ? 'warning' : undefined}
      action={
        mayWrite && (
          <Button size="small" startIcon={<AddIcon />} onClick={() => setAdding(true)}>
            {t('plans.resources.add')}
          </Button>
        )
      }
    >
      {resources.length === 0 && <Typography color="textSecondary">{t('plans.resources.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {resources.map((resource) => (
          <Box component="li" key={resource.id} sx={{ display: 'flex', gap: 1 }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              {resource.description}
              <Typography variant="body2" color="textSecondary">
                {t(`values.PlanResourceKind.${resource.kind}`)}
                {resource.amount.amount > 0 && <> · {format.money(resource.amount.amount, resource.amount.currency)}</>}
              </Typography>
            </Box>
            {mayWrite && (
              <IconButton
                size="small"
                aria-label={t('plans.resources.remove', { name: resource.description })}
                onClick={() => void remove({ id: resource.id })}
              >
                <CloseIcon fontSize="small" />
              </IconButton>
            )}
          </Box>
        ))}
      </Box>
      <FormDialog<Omit<PlanResourceAddInput, 'planId'>>
        open={adding}
        title={t('plans.resources.add')}
        values={{ kind: 'BUDGET', amount: 0 }}
        maxWidth="xs"
        onClose={() => setAdding(false)}
        onSubmit={async (values) => (await add({ ...values, planId: plan.id })).errors}
      >
        <SelectInput
          source="kind"
          label={t('plans.resources.kind')}
          helperText={false}
          choices={RESOURCE_KINDS.map((id) => ({ id, name: t(`values.PlanResourceKind.${id}`) }))}
        />
        <TextInput
          source="description"
          label={t('plans.resources.description')}
          validate={required()}
          helperText={false}
        />
        <MoneyInput source="amount" label={t('plans.resources.amount')} currency={plan.currency} />
      </FormDialog>
    </Panel>
  );
}
