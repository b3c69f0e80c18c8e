import type { FormField } from '@perennial/domain/policies/kinds/form';
import type { DomainError } from '@perennial/domain/shared/errors';
import { useRefusalText } from '../../api/useRefusalText.ts';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';

/** A refusal of the rules in the reader's language; where the field is known, with the bounds it keeps. */
export function useProblemText(): (problem: DomainError, field?: FormField) => string {
  const t = useWords();
  const refusal = useRefusalText();
  const format = useFormat();
  const { currency } = useBusiness();
  return (problem, field) => {
    const said = refusal(problem);
    if (problem.code !== 'TERM_OUT_OF_RANGE' && problem.code !== 'TERM_FIELD_MISSING') return said;
    if (field?.type === 'int') {
      return t('policyEditor.range', { min: format.number(field.min), max: format.number(field.max) });
    }
    if (field?.type === 'money') {
      const [min, max] = [field.min, field.max].map((each) => format.money(each, currency));
      return t('policyEditor.range', { min, max });
    }
    if (field?.type === 'rows') return t('policyEditor.rangeRows', { min: field.min, max: field.max });
    return said;
  };
}
