import { Box, Button, TextField, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useRead } from '../../api/useRead.ts';
import { AgreementPageDocument, AgreementPreviewDocument } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Part } from '../../ui/Part.tsx';

/** The partner endpoint's own answer; asked only on request, because a look leaves a receipt. */
export function ViewAsPartner({ agreementId }: { agreementId: string }) {
  const t = useWords();
  const [asked, setAsked] = useState<{ query: string | null; times: number } | undefined>();
  const [text, setText] = useState<string | undefined>();
  const read = useRead(
    AgreementPreviewDocument,
    { id: agreementId, query: asked?.query ?? null },
    { enabled: asked !== undefined, keep: true },
  );
  const queries = useQueryClient();
  const { dataUpdatedAt } = read;
  useEffect(() => {
    // the look left a receipt, which the page lists; only the page is read anew, the look itself would leave another
    if (asked && dataUpdatedAt > 0)
      void queries.invalidateQueries({ queryKey: ['read', AgreementPageDocument.toString()] });
  }, [asked, dataUpdatedAt, queries]);
  const preview = asked ? read.data?.agreementPreview : undefined;
  const look = () => {
    const next = { query: text ?? null, times: (asked?.times ?? 0) + 1 };
    setAsked(next);
    if (asked && asked.query === next.query) void read.refetch();
  };
  return (
    <Panel
      title={t('partners.view.title')}
      action={
        <Button size="small" variant="outlined" disabled={read.isFetching} onClick={look}>
          {t('partners.view.run')}
        </Button>
      }
    >
      <Typography color="textSecondary" gutterBottom>
        {t('partners.view.hint')}
      </Typography>
      {asked && (
        <Part of={read} height={240}>
          {() => (
            <Box sx={{ display: 'grid', gap: 2, mt: 1 }}>
              <TextField
                label={t('partners.view.question')}
                multiline
                maxRows={12}
                value={text ?? preview?.query ?? ''}
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
                {JSON.stringify(preview?.answer, null, 2)}
              </Box>
            </Box>
          )}
        </Part>
      )}
    </Panel>
  );
}
