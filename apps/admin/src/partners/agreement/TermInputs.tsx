import { Alert } from '@mui/material';
import { DateInput, NumberInput, required } from 'react-admin';
import { useKnownRegions, useKnownSegments } from '../../customers/useKnown.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';
import { unknownOf } from '../../ui/knownWords.ts';
import { KnownWordsInput } from '../../ui/KnownWordsInput.tsx';

/**
 * Of whom something is shared, chosen from what customers are or typed, how long, and from how many customers on they are
 * counted (S10), as fields of a form.
 */
export function TermInputs() {
  const t = useWords();
  const regions = useKnownRegions();
  const segments = useKnownSegments();
  return (
    <>
      <KnownWordsInput
        source="regions"
        label={t('partners.agreement.regions')}
        hint={t('partners.agreement.listHint')}
        of={regions}
        unknown="choices.noRegion"
      />
      <KnownWordsInput
        source="segments"
        label={t('partners.agreement.segments')}
        hint={t('partners.agreement.listHint')}
        of={segments}
        unknown="choices.noSegment"
      />
      <DateInput source="validFrom" label={t('partners.agreement.from')} validate={required()} helperText={false} />
      <DateInput source="validTo" label={t('partners.agreement.to')} helperText={t('partners.agreement.toHint')} />
      <NumberInput
        source="minimumCount"
        label={t('partners.agreement.minimum')}
        min={1}
        max={1000}
        helperText={t('partners.agreement.minimumHint')}
      />
    </>
  );
}

/** What was agreed for a region or a segment that no customer is in: it may be a slip, and it reaches nobody. */
export function Strange({ regions, segments }: { regions: readonly string[]; segments: readonly string[] }) {
  const t = useWords();
  const format = useFormat();
  const found = [
    ['choices.noRegion', unknownOf(regions, useKnownRegions(regions.length > 0))],
    ['choices.noSegment', unknownOf(segments, useKnownSegments(segments.length > 0))],
  ] as const;
  return found
    .filter(([, words]) => words.length > 0)
    .map(([key, words]) => (
      <Alert key={key} severity="warning" sx={{ mt: 1 }}>
        {t(key, { words: format.list(words) })}
      </Alert>
    ));
}
