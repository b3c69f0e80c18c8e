import { Box, Typography } from '@mui/material';
import type { VersionTerms } from '@perennial/domain/policies/decide';
import type { Term } from '@perennial/domain/policies/terms';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { useWords } from '../../i18n/useWords.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Changes } from '../Changes.tsx';
import { Charter } from '../Charter.tsx';
import { termsOf } from '../termsOf.ts';
import { ChooseLine } from '../try/ChooseLine.tsx';
import { Trial } from '../try/Trial.tsx';
import type { PolicyFile, Version } from '../version.ts';
import { useState } from 'react';

interface Props {
  policy: PolicyFile;
  version: Version;
  former: Version | undefined;
  terms: readonly Term[];
}

/** How the draft reads to a customer, what it changes, and what it would decide on a real purchase. */
export function Preview({ policy, version, former, terms }: Props) {
  const t = useWords();
  const { currency } = useBusiness();
  const [lineId, setLineId] = useState<string | undefined>();
  const draft: VersionTerms = {
    id: 'draft',
    policyId: policy.id,
    policy: policy.name,
    number: version.number,
    period: { from: version.effectiveFrom, to: version.effectiveTo },
    terms,
    currency,
    supposed: true,
  };
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Panel title={t('policies.editor.charter')}>
        <Charter terms={terms} />
        {former && <Changes before={termsOf(former.terms)} after={terms} number={former.number} />}
      </Panel>
      <Panel title={t('policies.editor.realCase')}>
        <Typography variant="body2" color="textSecondary" gutterBottom>
          {t('policies.try.byDraft')}
        </Typography>
        <ChooseLine onChoose={setLineId} />
        {lineId && <Trial lineId={lineId} versions={[draft]} />}
      </Panel>
    </Box>
  );
}
