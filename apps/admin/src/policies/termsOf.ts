import { readTerms, type Term } from '@perennial/domain/policies/terms';

/** Terms as the API gives them (a JSON field), read by the rules' own reader; unreadable ones come as none. */
export function termsOf(value: unknown): Term[] {
  try {
    return readTerms(value);
  } catch {
    return [];
  }
}
