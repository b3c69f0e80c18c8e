import type { FormField } from '@perennial/domain/policies/kinds/form';
import type { DomainError } from '@perennial/domain/shared/errors';
import { useRefusalText } from '../../api/useRefusalText.ts';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';
import { boundsOf, outOfRange, type Bounds } from './outOfRange.ts';

/** A refusal of the rules in the reader's language; where the field is known, with the bounds it keeps. */
export function useProblemText(): (problem: DomainError, field?: FormField | Bounds) => string {
  const t = useWords();
  const refusal = useRefusalText();
  const format = useFormat();
  const { currency } = useBusiness();
  return (problem, field) => {
    const bounds = field && 'label' in field ? boundsOf(field) : field;
    const ofRange = problem.code === 'TERM_OUT_OF_RANGE' || problem.code === 'TERM_FIELD_MISSING';
    if (!ofRange || !bounds) return refusal(problem);
    return outOfRange(bounds, problem.params.value, currency, t, format);
  };
}
