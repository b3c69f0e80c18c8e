import { Alert, Box, Typography } from '@mui/material';
import { useRead } from '../api/useRead.ts';
import { useFormat } from '../format/useFormat.ts';
import { ClaimPreviewDocument, type ClaimPreviewQueryVariables } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { graphqlLanguage } from '../retention/graphqlLanguage.ts';
import { Part } from '../ui/Part.tsx';
import { Decided } from './Decided.tsx';
import { Referred } from './Referral.tsx';

/** What the claim would come to if it were entered as it stands now. */
export function Preview({ stated }: { stated: ClaimPreviewQueryVariables & { lines: readonly unknown[] } }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const asked = stated.lines.length > 0;
  const read = useRead(
    ClaimPreviewDocument,
    { ...stated, language: graphqlLanguage(language) },
    { enabled: asked, keep: true },
  );
  if (!asked) return <Typography color="textSecondary">{t('claims.new.chooseLines')}</Typography>;
  return (
    <Part of={read}>
      {({ claimPreview }) =>
        claimPreview && (
          <Box role="status" sx={{ display: 'grid', gap: 2 }}>
            <Alert severity={claimPreview.outcome === 'ALLOWED' ? 'success' : 'info'}>
              <strong>{t(`values.ClaimOutcome.${claimPreview.outcome}`)}</strong>
              {claimPreview.refund > 0 && (
                <> · {t('claims.refund', { amount: format.money(claimPreview.refund, claimPreview.currency) })}</>
              )}
              {claimPreview.review && <div>{t('claims.review.waits')}</div>}
            </Alert>
            {claimPreview.lines.map((line) => (
              <Decided
                key={line.lineId}
                title={line.code}
                line={line}
                refund={line.refund ? format.money(line.refund, claimPreview.currency) : null}
                sentences={line.sentences}
                extras={line.extras}
              >
                <Referred decision={line} />
              </Decided>
            ))}
          </Box>
        )
      }
    </Part>
  );
}
