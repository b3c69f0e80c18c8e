import { Alert, Box, Button, Skeleton, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLogoutIfAccessDenied } from 'react-admin';
import { ApiError } from '../../api/errors.ts';
import { send } from '../../api/send.ts';
import { useRefusalText } from '../../api/useRefusalText.ts';
import { AgreementPageDocument, AgreementPreviewDocument } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Panel } from '../../ui/Panel.tsx';
import type { Agreement } from './agreement.ts';
import { closedBecause } from './closedBecause.ts';

/** The partner endpoint's own answer. It is asked once for every press of the button, because a look leaves a receipt. */
export function ViewAsPartner({ agreement }: { agreement: Agreement }) {
  const t = useWords();
  const said = useRefusalText();
  const queries = useQueryClient();
  const logoutIfDenied = useLogoutIfAccessDenied();
  const [text, setText] = useState<string | undefined>();
  const { id, version } = agreement;
  const look = useMutation({
    mutationFn: async (query: string | null) => {
      const { agreementPreview } = await send(AgreementPreviewDocument, { id, query });
      return { ...agreementPreview, version };
    },
    // the look left a receipt, which the page lists
    onSettled: () => queries.invalidateQueries({ queryKey: ['read', AgreementPageDocument.toString()] }),
    onError: (error) => void logoutIfDenied(error),
  });
  const { data: seen, error } = look;
  const closed = closedBecause(agreement);
  return (
    <Panel
      title={t('partners.view.title')}
      action={
        !closed && (
          <Button size="small" variant="outlined" disabled={look.isPending} onClick={() => look.mutate(text ?? null)}>
            {t('partners.view.run')}
          </Button>
        )
      }
    >
      <Typography color="textSecondary" gutterBottom>
        {t(closed ? `partners.view.closed.${closed}` : 'partners.view.hint')}
      </Typography>
      {!closed && error instanceof ApiError && (
        <Alert severity="error">{said(error.problems[0] ?? { code: error.code, message: error.message })}</Alert>
      )}
      {!closed && look.isPending && !seen && (
        <Box role="status" aria-label={t('shell.loading')}>
          <Skeleton variant="rounded" height={240} />
        </Box>
      )}
      {!closed && seen && (
        <Box sx={{ display: 'grid', gap: 2, mt: 1 }}>
          {seen.version !== version && <Alert severity="info">{t('partners.view.changed')}</Alert>}
          <TextField
            label={t('partners.view.question')}
            multiline
            maxRows={12}
            value={text ?? seen.query ?? ''}
            onChange={(event) => setText(event.target.value)}
            slotProps={{
              htmlInput: { spellCheck: false, style: { fontFamily: 'ui-monospace, monospace', fontSize: 12 } },
            }}
          />
          <Box
            component="pre"
            tabIndex={0}
            role="group"
            aria-label={t('partners.view.answer')}
            sx={{
              m: 0,
              p: 1.5,
              border: 1,
              borderColor: 'divider',
              borderRadius: 1,
              overflow: 'auto',
              maxHeight: 360,
              fontSize: 12,
            }}
          >
            {JSON.stringify(seen.answer, null, 2)}
          </Box>
        </Box>
      )}
    </Panel>
  );
}
