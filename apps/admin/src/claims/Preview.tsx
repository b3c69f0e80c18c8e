import { Alert, Box, Typography } from '@mui/material';
import { mayPass } from '../api/errors.ts';
import { useRead } from '../api/useRead.ts';
import { useRefusalText } from '../api/useRefusalText.ts';
import { useFormat } from '../format/useFormat.ts';
import { ClaimPreviewDocument, type ClaimPreviewQueryVariables } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { graphqlLanguage } from '../retention/graphqlLanguage.ts';
import { Part } from '../ui/Part.tsx';
import { Decided } from './Decided.tsx';
import { Referred } from './Referral.tsx';

/** Asks what the claim would come to; nothing while it is not complete. */
export function usePreview(stated: ClaimPreviewQueryVariables, complete: boolean) {
  const language = useLanguage();
  const read = useRead(
    ClaimPreviewDocument,
    { ...stated, language: graphqlLanguage(language) },
    { enabled: complete, keep: true },
  );
  // an answer from before it was refused says nothing any more
  const refused = read.error !== null && !mayPass(read.error);
  return { read, refused, problems: refused ? read.error.problems : [] };
}

interface Props {
  preview: ReturnType<typeof usePreview>;
  /** What the claim lacks to be judged at all. */
  missing: 'chooseLines' | 'undated' | 'mendPieces' | undefined;
}

/** What the claim would come to if it were entered as it stands now, or why it cannot be. */
export function Preview({ preview: { read, refused, problems }, missing }: Props) {
  const t = useWords();
  const format = useFormat();
  const said = useRefusalText();
  if (missing) return <Typography color="textSecondary">{t(`claims.new.${missing}`)}</Typography>;
  if (refused) {
    return (
      <Alert severity="error">
        {problems.map((problem) => (
          <div key={`${problem.code} ${problem.path?.join('.')}`}>{said(problem)}</div>
        ))}
      </Alert>
    );
  }
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
