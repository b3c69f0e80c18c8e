import { useKnownRegions, useKnownSegments } from '../../customers/useKnown.ts';
import { useWords } from '../../i18n/useWords.ts';
import { KnownWordsInput } from '../../ui/KnownWordsInput.tsx';

/** Of whom something is shared (S10), as two fields of a form: chosen from what customers are, or typed. */
export function Population() {
  const t = useWords();
  const regions = useKnownRegions();
  const segments = useKnownSegments();
  return (
    <>
      <KnownWordsInput
        source="regions"
        label={t('partners.agreement.regions')}
        hint={t('partners.agreement.listHint')}
        known={regions}
        unknown="choices.noRegion"
      />
      <KnownWordsInput
        source="segments"
        label={t('partners.agreement.segments')}
        hint={t('partners.agreement.listHint')}
        known={segments}
        unknown="choices.noSegment"
      />
    </>
  );
}
