import AddIcon from '@mui/icons-material/Add';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useState } from 'react';
import { DateInput, TextInput, required } from 'react-admin';
import { keyBeginning } from '@perennial/domain/partners/api-key';
import { useRead } from '../../api/useRead.ts';
import { useWrite } from '../../api/useWrite.ts';
import { useFormat } from '../../format/useFormat.ts';
import { AgreementKeysDocument, ApiKeyCreateDocument, ApiKeyRevokeDocument } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Copy } from '../../ui/Copy.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Part } from '../../ui/Part.tsx';
import type { Agreement } from './agreement.ts';
import { stateWord } from './keyState.ts';

/** The keys of an agreement: made, shown once, revoked at once. */
export function Keys({ agreement: of, mayWrite }: { agreement: Agreement; mayWrite: boolean }) {
  const t = useWords();
  const format = useFormat();
  const read = useRead(AgreementKeysDocument, { id: of.id });
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<string | undefined>();
  const [revoking, setRevoking] = useState<string | undefined>();
  const [create] = useWrite(ApiKeyCreateDocument, { say: false });
  const [revoke] = useWrite(ApiKeyRevokeDocument);
  return (
    <Panel
      title={t('partners.keys.title')}
      action={
        mayWrite && (
          <Button size="small" startIcon={<AddIcon />} onClick={() => setMaking(true)}>
            {t('partners.keys.new')}
          </Button>
        )
      }
    >
      <Part of={read} height={60}>
        {({ agreement }) => {
          const keys = agreement?.keys.nodes ?? [];
          if (keys.length === 0) return <Typography color="textSecondary">{t('partners.keys.none')}</Typography>;
          return (
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
              {keys.map((key) => (
                <Box component="li" key={key.id} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
                  <Box sx={{ flex: 1, minWidth: 180 }}>
                    <strong>{key.label}</strong> · {t(stateWord(key.state, of))}
                    <Typography variant="body2" color="textSecondary">
                      {t('partners.keys.begins', { prefix: keyBeginning(key.prefix) })} ·{' '}
                      {t('partners.keys.made', { date: format.day(key.createdAt) })}
                      {key.expiresAt && <> · {t('partners.keys.until', { date: format.day(key.expiresAt) })}</>} ·{' '}
                      {key.lastUsedAt
                        ? t('partners.keys.used', { date: format.time(key.lastUsedAt) })
                        : t('partners.keys.unused')}
                    </Typography>
                  </Box>
                  {mayWrite && key.state === 'USABLE' && (
                    <Button size="small" color="secondary" onClick={() => setRevoking(key.id)}>
                      {t('partners.keys.revoke')}
                    </Button>
                  )}
                </Box>
              ))}
            </Box>
          );
        }}
      </Part>
      <FormDialog<{ label: string; expiresAt?: string }>
        open={making}
        title={t('partners.keys.new')}
        action={t('partners.keys.create')}
        maxWidth="xs"
        onClose={() => setMaking(false)}
        onSubmit={async ({ label, expiresAt }) => {
          const { payload, errors } = await create({
            agreementId: of.id,
            label,
            ...(expiresAt ? { expiresAt: new Date(expiresAt).toISOString() } : {}),
          });
          if (payload?.key) setMade(payload.key);
          return errors;
        }}
      >
        <TextInput
          source="label"
          label={t('partners.keys.label')}
          helperText={t('partners.keys.labelHint')}
          validate={required()}
          autoFocus
        />
        <DateInput source="expiresAt" label={t('partners.keys.expires')} helperText={false} />
      </FormDialog>
      <Dialog open={made !== undefined} aria-labelledby="key-made" maxWidth="sm" fullWidth>
        <DialogTitle id="key-made">{t('partners.keys.new')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Alert severity="warning">{t('partners.keys.once')}</Alert>
          <Box
            component="code"
            sx={{
              overflowWrap: 'anywhere',
              p: 1.5,
              border: 1,
              borderColor: 'divider',
              borderRadius: 1,
              fontFamily: 'ui-monospace, monospace',
            }}
          >
            {made}
          </Box>
          <Box>
            <Copy text={made ?? ''} label={t('partners.keys.copy')} />
          </Box>
        </DialogContent>
        <DialogActions>
          <Button variant="contained" onClick={() => setMade(undefined)}>
            {t('partners.keys.done')}
          </Button>
        </DialogActions>
      </Dialog>
      <ConfirmDialog
        open={revoking !== undefined}
        title={t('partners.keys.revokeTitle')}
        action={t('partners.keys.revoke')}
        danger
        onConfirm={() => revoke({ id: revoking ?? '' })}
        onClose={() => setRevoking(undefined)}
      >
        {t('partners.keys.revokeText')}
      </ConfirmDialog>
    </Panel>
  );
}
