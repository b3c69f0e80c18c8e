import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import InfoIcon from '@mui/icons-material/InfoOutlined';
import { Box, Typography } from '@mui/material';
import { useRefusalText } from '../../api/useRefusalText.ts';
import type { PolicyVersionChecksQuery } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { namesIn } from '../namesIn.ts';
import { headed, saidOnce } from './checks.ts';

export type PublishProblem = PolicyVersionChecksQuery['policyVersionCheck'][number];
type Policies = PolicyVersionChecksQuery['policies']['nodes'];

/** Everything that stands in the way of publishing, each with what to do about it; then what is only worth knowing. */
export function Checks({ problems, policies }: { problems: readonly PublishProblem[]; policies: Policies }) {
  const t = useWords();
  const language = useLanguage();
  const said = useRefusalText();
  const line = { display: 'flex', gap: 1, alignItems: 'flex-start' };
  return (
    <Box role="status">
      {headed(problems).map((part) => (
        <Box key={part.heading} sx={{ '& + &': { mt: 2 } }}>
          <Typography variant="h3" gutterBottom>
            {t(part.heading)}
          </Typography>
          {part.problems.length === 0 && (
            <Box sx={line}>
              <CheckIcon color="success" aria-hidden />
              {t('policyGuard.checks.none')}
            </Box>
          )}
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
            {saidOnce(part.problems, (problem) => said(namesIn(problem, policies, language))).map((sentence) => (
              <Box component="li" key={sentence} sx={line}>
                {part.problems[0]?.blocking ? (
                  <ErrorIcon color="error" aria-hidden />
                ) : (
                  <InfoIcon color="info" aria-hidden />
                )}
                <span>{sentence}</span>
              </Box>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
