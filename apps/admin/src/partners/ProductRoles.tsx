import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, Typography } from '@mui/material';
import { PARTNER_ROLES } from '@perennial/domain/partners/partner';
import { useState } from 'react';
import { SelectInput, TextInput, required } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import {
  PartnerProductRoleRemoveDocument,
  PartnerProductRoleSetDocument,
  type PartnerProductRoleSetInput,
} from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Panel } from '../ui/Panel.tsx';
import { ProductInput } from './ProductInput.tsx';
import type { Partner } from './partner.ts';

type Values = Omit<PartnerProductRoleSetInput, 'partnerId'>;

/** Complementor or competitor, per product or category (價值網, C59). */
export function ProductRoles({ partner, mayWrite }: { partner: Partner; mayWrite: boolean }) {
  const t = useWords();
  const [adding, setAdding] = useState(false);
  const [set] = useWrite(PartnerProductRoleSetDocument, { say: false });
  const [remove] = useWrite(PartnerProductRoleRemoveDocument);
  const roles = partner.productRoles.nodes;
  const save = async (values: Values) => (await set({ ...values, partnerId: partner.id })).errors;
  return (
    <Panel
      title={t('partners.roles.title')}
      action={
        mayWrite && (
          <Button size="small" startIcon={<AddIcon />} onClick={() => setAdding(true)}>
            {t('partners.roles.add')}
          </Button>
        )
      }
    >
      {roles.length === 0 && <Typography color="textSecondary">{t('partners.roles.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {roles.map((role) => {
          const scope = role.product
            ? `${role.product.code} ${role.product.name}`
            : t('partners.roles.all', { category: role.category ?? '' });
          return (
            <Box component="li" key={role.id} sx={{ display: 'flex', gap: 1 }}>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <strong>{t(`values.PartnerRole.${role.role}`)}</strong>
                <div>{scope}</div>
                {role.reason && (
                  <Typography variant="body2" color="textSecondary">
                    {role.reason}
                  </Typography>
                )}
              </Box>
              {mayWrite && (
                <IconButton
                  size="small"
                  aria-label={t('partners.roles.remove', { scope })}
                  onClick={() => void remove({ id: role.id })}
                >
                  <CloseIcon fontSize="small" />
                </IconButton>
              )}
            </Box>
          );
        })}
      </Box>
      <FormDialog<Values>
        open={adding}
        title={t('partners.roles.add')}
        values={{ role: 'COMPLEMENTOR' }}
        maxWidth="xs"
        onClose={() => setAdding(false)}
        onSubmit={save}
      >
        <SelectInput
          source="role"
          label={t('partners.roles.role')}
          helperText={false}
          validate={required()}
          choices={PARTNER_ROLES.map((id) => ({ id, name: t(`values.PartnerRole.${id}`) }))}
        />
        <ProductInput source="productId" label={t('partners.roles.product')} hint={t('partners.roles.scopeHint')} />
        <TextInput source="category" label={t('partners.roles.category')} helperText={false} />
        <TextInput source="reason" label={t('partners.roles.reason')} helperText={false} />
      </FormDialog>
    </Panel>
  );
}
