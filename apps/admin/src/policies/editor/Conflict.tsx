import { BothSides, type Dispute } from '../../conflict/BothSides.tsx';
import { useWords } from '../../i18n/useWords.ts';

/** Two people wrote the same draft: both wordings side by side, and nothing is saved over until somebody has chosen. */
export function Conflict({ disputes }: { disputes: readonly Dispute[] }) {
  const t = useWords();
  return (
    <BothSides disputes={disputes} title={t('policyEditor.conflict.title')} text={t('policyEditor.conflict.text')} />
  );
}
