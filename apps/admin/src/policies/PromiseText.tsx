import { Box, Typography } from '@mui/material';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import { Changes } from './Changes.tsx';
import { Charter } from './Charter.tsx';
import { introChange, wordsOf } from './editor/words.ts';
import { promisedBy } from './promisedBy.ts';
import type { PolicyFile, Version } from './version.ts';
import { VersionFacts } from './VersionFacts.tsx';

interface Props {
  policy: PolicyFile;
  version: Version;
  former: Version | undefined;
}

/** What a version promises, and what it changed. */
export function PromiseText({ policy, version, former }: Props) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const promised = promisedBy(version);
  return (
    <Panel title={format.pair(t('policies.versionNumber', { number: version.number }), t('policies.terms.title'))}>
      <Charter terms={promised.terms} phrases={promised.phrases} />
      <Box sx={{ mt: 3 }}>
        <VersionFacts version={version} />
      </Box>
      {former && (
        <Box sx={{ mt: 3 }}>
          <Changes
            before={promisedBy(former)}
            after={promised}
            number={former.number}
            intro={introChange(wordsOf(former, policy), wordsOf(version, policy), language)}
          />
        </Box>
      )}
      {version.publishedAt && (
        <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 2 }}>
          {t('policies.versions.publishedBy', {
            date: format.time(version.publishedAt),
            who: version.publishedBy === 'system' ? t('audit.kind.system') : (version.publishedBy ?? ''),
          })}
        </Typography>
      )}
    </Panel>
  );
}
