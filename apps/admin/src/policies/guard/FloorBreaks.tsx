import { Alert, Box, Link } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import type { PolicyFloorsQuery } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { policyNameIn } from '../policyIn.ts';
import { versionPath } from '../versionPath.ts';

type Break = PolicyFloorsQuery['policyFloorBreaks'][number];

/** Versions that were published before a floor was set and do not keep it: they stay, and somebody has to know (S11). */
export function FloorBreaks({ breaks, said }: { breaks: readonly Break[]; said: (value: unknown) => string }) {
  const t = useWords();
  const language = useLanguage();
  if (breaks.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ mt: 0.5 }}>
      {t('policyGuard.floors.broken')}
      <Box component="ul" sx={{ m: 0, pl: 2 }}>
        {breaks.map(({ policyId, policy, words, versionId, number, value }) => (
          <li key={`${versionId} ${JSON.stringify(value)}`}>
            <Link component={RouterLink} to={versionPath(policyId, versionId)}>
              {t('policyGuard.floors.breaking', {
                policy: policyNameIn({ name: policy, words }, language),
                number,
                value: said(value),
              })}
            </Link>
          </li>
        ))}
      </Box>
    </Alert>
  );
}
