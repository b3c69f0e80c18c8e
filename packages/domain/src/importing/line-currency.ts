import { isCurrency } from '../shared/codes.ts';
import { signBefore } from './numbers.ts';

/** In what a line is, and what of it says so; `currency` null: in another, and its sign is that of several. */
export interface OtherCurrency {
  field: 'currency' | 'unitPrice';
  currency: string | null;
}

/** Signs that are of one currency alone. */
const OF_ONE: Readonly<Record<string, string>> = { '€': 'EUR' };

/** Tells lines of a file that are not in its currency, by the column that names it and by the sign before the price. */
export class LineCurrency {
  readonly #currency: string;
  readonly #sign: string;
  readonly #known = new Map<string, string | null | undefined>();

  /** @param currency ISO 4217, as it was chosen for the file */
  constructor(currency: string) {
    this.#currency = currency;
    const symbol = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    this.#sign = symbol.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
  }

  /**
   * @param named what stands in the column of currencies; empty: that of the file
   * @returns null: it is in that of the file
   */
  of(named: string, price: string): OtherCurrency | 'NOT_A_CURRENCY' | null {
    const said = this.#read(named);
    if (said === undefined) return 'NOT_A_CURRENCY';
    if (said !== this.#currency) return { field: 'currency', currency: said };
    const marked = signBefore(price);
    const paid = marked === null ? said : this.#bySign(marked);
    return paid === said ? null : { field: 'unitPrice', currency: paid };
  }

  /** Undefined: it is none. */
  #read(named: string): string | null | undefined {
    if (named === '' || named === this.#currency) return this.#currency;
    if (!this.#known.has(named)) {
      const code = named.toUpperCase();
      const sign = signBefore(named);
      const read = isCurrency(code) ? code : sign === null ? undefined : this.#bySign(sign);
      this.#known.set(named, read);
    }
    return this.#known.get(named);
  }

  #bySign(sign: string): string | null {
    return sign === this.#sign ? this.#currency : (OF_ONE[sign] ?? null);
  }
}

/** The currency that most of the samples of a column name by its code; null where none does. */
export function guessCurrency(samples: readonly string[]): string | null {
  const codes = Map.groupBy(
    samples.map((each) => each.trim().toUpperCase()),
    (code) => code,
  );
  const [most] = [...codes].filter(([code]) => isCurrency(code)).sort(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? null;
}
