import { Box, Paper, Tab, Tabs, Typography } from '@mui/material';
import type { VersionTerms } from '@perennial/domain/policies/decide';
import type { Term } from '@perennial/domain/policies/terms';
import { useId, useState } from 'react';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Changes } from '../Changes.tsx';
import { draftPhrases } from '../policyIn.ts';
import { promisedBy } from '../promisedBy.ts';
import { ChooseLine } from '../try/ChooseLine.tsx';
import { Trial } from '../try/Trial.tsx';
import type { PolicyFile, Version } from '../version.ts';
import { introChange, wordsOf, type DraftWords } from './words.ts';
import type { Settings } from './settings.ts';
import { CharterPreview } from './CharterPreview.tsx';

interface Props {
  policy: PolicyFile;
  version: Version;
  former: Version | undefined;
  /** As written a moment ago, saved or not. */
  terms: readonly Term[];
  words: DraftWords;
  settings: Settings;
  /** What is written at the moment cannot be read; `terms` are the last that could. */
  stale: boolean;
}

const TABS = ['charter', 'case', 'changes'] as const;

/** How the draft reads to a customer, what it would decide on a real purchase, and what it changes; as it is written. */
export function Preview({ policy, version, former, terms, words, settings, stale }: Props) {
  const t = useWords();
  const { currency } = useBusiness();
  const language = useLanguage();
  const id = useId();
  const [tab, setTab] = useState<(typeof TABS)[number]>('charter');
  const [lineId, setLineId] = useState<string | undefined>();
  const draft: VersionTerms = {
    id: 'draft',
    policyId: policy.id,
    policy: policy.name,
    number: version.number,
    period: { from: version.effectiveFrom, to: version.effectiveTo },
    terms,
    phrases: draftPhrases(policy, terms, words.phrases),
    currency,
    supposed: true,
  };
  return (
    <Paper
      component="section"
      aria-label={t('policyEditor.preview.label')}
      sx={{
        p: 2,
        pt: 1,
        minWidth: 0,
        // beside the terms it stays in view and scrolls by itself
        position: { lg: 'sticky' },
        top: { lg: 72 },
        maxHeight: { lg: 'calc(100vh - 88px)' },
        overflowY: { lg: 'auto' },
      }}
    >
      <Tabs
        value={tab}
        onChange={(_event, next: typeof tab) => setTab(next)}
        aria-label={t('policyEditor.preview.label')}
      >
        {TABS.map((each) => (
          <Tab
            key={each}
            value={each}
            id={`${id}-${each}`}
            aria-controls={`${id}-panel`}
            label={t(`policyEditor.preview.${each}`)}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} tabIndex={0} sx={{ pt: 2 }}>
        {stale && (
          <Typography variant="body2" color="textSecondary" gutterBottom>
            {t('policyEditor.preview.stale')}
          </Typography>
        )}
        {tab === 'charter' && <CharterPreview policy={policy} terms={terms} words={words} />}
        {tab === 'case' && (
          <>
            <Typography variant="body2" color="textSecondary" gutterBottom>
              {t('policies.try.byDraft')}
            </Typography>
            <ChooseLine onChoose={setLineId} />
            {lineId && <Trial lineId={lineId} draft={draft} versionId={version.id} />}
          </>
        )}
        {tab === 'changes' &&
          (former ? (
            <Changes
              before={promisedBy(former)}
              after={{ terms, phrases: words.phrases, ...settings }}
              number={former.number}
              intro={introChange(wordsOf(former, policy), words, language)}
            />
          ) : (
            <Typography color="textSecondary">{t('policyEditor.preview.noFormer')}</Typography>
          ))}
      </Box>
    </Paper>
  );
}
