import { isCurrency } from '../shared/codes.ts';
import { signBefore } from './numbers.ts';

/** In what a line is, and what of it says so; `currency` null: in another, and its sign is that of several. */
export interface OtherCurrency {
  field: 'currency' | 'unitPrice';
  currency: string | null;
}

/** Signs that are of one currency alone. */
const OF_ONE: Readonly<Record<string, string>> = { '€': 'EUR' };

/** Why nobody can say in what a line is. */
type Unsaid = 'NOT_A_CURRENCY' | 'CURRENCIES_DIFFER';

/** Tells lines of a file that are not in its currency, by the column that names it and by the sign before the price. */
export class LineCurrency {
  readonly #currency: string;
  readonly #known = new Map<string, string | null | undefined>();
  readonly #signs = new Map<string, string>();

  /** @param currency ISO 4217, as it was chosen for the file */
  constructor(currency: string) {
    this.#currency = currency;
  }

  /**
   * @param named what stands in the column of currencies; empty: that of the file
   * @returns null: it is in that of the file
   */
  of(named: string, price: string): OtherCurrency | Unsaid | null {
    const said = this.#read(named);
    if (said === undefined) return 'NOT_A_CURRENCY';
    const marked = signBefore(price);
    const contrary = marked !== null && said !== null && marked !== this.#signOf(said);
    if (contrary && named !== '') return 'CURRENCIES_DIFFER';
    if (said !== this.#currency) return { field: 'currency', currency: said };
    return contrary ? { field: 'unitPrice', currency: OF_ONE[marked] ?? null } : null;
  }

  /** Undefined: it is none. */
  #read(named: string): string | null | undefined {
    if (named === '' || named === this.#currency) return this.#currency;
    if (!this.#known.has(named)) {
      const code = named.toUpperCase();
      const sign = signBefore(named);
      const bySign = sign === this.#signOf(this.#currency) ? this.#currency : sign && (OF_ONE[sign] ?? null);
      this.#known.set(named, isCurrency(code) ? code : sign === null ? undefined : bySign);
    }
    return this.#known.get(named);
  }

  /** £ of GBP, $ of USD and of others; its code where it has none. */
  #signOf(currency: string): string {
    let sign = this.#signs.get(currency);
    if (sign === undefined) {
      const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
      sign = format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
      this.#signs.set(currency, sign);
    }
    return sign;
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
