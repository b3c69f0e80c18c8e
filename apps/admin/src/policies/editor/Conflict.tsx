import { Typography } from '@mui/material';
import { BothSides, type Dispute } from '../../conflict/BothSides.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';
import type { Stranded } from './words.ts';

interface Props {
  disputes: readonly Dispute[];
  stranded: readonly Stranded[];
}

/** Two people wrote the same draft: both wordings side by side, and nothing is saved over until somebody has chosen. */
export function Conflict({ disputes, stranded }: Props) {
  const t = useWords();
  const format = useFormat();
  return (
    <BothSides disputes={disputes} title={t('policyEditor.conflict.title')} text={t('policyEditor.conflict.text')}>
      {stranded.length > 0 && (
        <Typography gutterBottom sx={{ overflowWrap: 'anywhere' }}>
          {t('policyEditor.conflict.stranded', { texts: format.list([...new Set(stranded.map(({ text }) => text))]) })}
        </Typography>
      )}
    </BothSides>
  );
}
