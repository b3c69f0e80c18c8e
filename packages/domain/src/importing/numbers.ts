export const DECIMAL_MARKS = ['.', ','] as const;
export type DecimalMark = (typeof DECIMAL_MARKS)[number];

export type NumberFault = 'NOT_A_NUMBER' | 'NOT_WHOLE' | 'TOO_FINE' | 'TOO_LARGE';

const PLAIN = /^[+-]?\d+(?:\.\d+)?$/;
const GROUPED_POINT = /^[+-]?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?$/;
const GROUPED_COMMA = /^[+-]?\d{1,3}(?:[. ]\d{3})+(?:,\d+)?$/;
const COMMA = /^[+-]?\d+(?:,\d+)?$/;

/** Also as they are written between Chinese characters. */
const SIGN = /^([+-]?)\s*([£$€¥￡＄￥])\s*/;

/** The sign of a currency that stands before a number, one for all widths of it; null: there is none. */
export function signBefore(text: string): string | null {
  // most begin with a figure
  if (text >= '0' && text < ':') return null;
  return SIGN.exec(text)?.[2]?.normalize('NFKC') ?? null;
}

/** The number as plain digits with a point, or null. Signs of currencies in front are passed over: see `LineCurrency`. */
function plain(text: string, mark: DecimalMark): string | null {
  if (mark === '.' && PLAIN.test(text)) return text;
  const bare = text.replace(SIGN, '$1');
  if (mark === '.') {
    if (PLAIN.test(bare)) return bare;
    return GROUPED_POINT.test(bare) ? bare.replaceAll(/[, ]/g, '') : null;
  }
  if (COMMA.test(bare)) return bare.replace(',', '.');
  return GROUPED_COMMA.test(bare) ? bare.replaceAll(/[. ]/g, '').replace(',', '.') : null;
}

/** A whole number of pieces that fits 32 bits; "6.0" is 6. */
export function readQuantity(text: string, mark: DecimalMark): number | NumberFault {
  const digits = plain(text, mark);
  if (digits === null) return 'NOT_A_NUMBER';
  const value = Number(digits);
  if (!Number.isInteger(value)) return 'NOT_WHOLE';
  return Math.abs(value) > 2_147_483_647 ? 'TOO_LARGE' : value + 0;
}

/**
 * A price per piece as an integer of 1/10,000 of the major unit, digit by digit, so that no binary fraction comes in
 * between. Decimals beyond the fourth must be zeros: they could not be kept.
 */
export function readUnitPrice(text: string, mark: DecimalMark): number | NumberFault {
  const digits = plain(text, mark);
  if (digits === null) return 'NOT_A_NUMBER';
  const point = digits.indexOf('.');
  const whole = point === -1 ? digits : digits.slice(0, point);
  const decimals = point === -1 ? '' : digits.slice(point + 1);
  if (decimals.length > 4 && /[1-9]/.test(decimals.slice(4))) return 'TOO_FINE';
  const value = Number(whole + decimals.slice(0, 4).padEnd(4, '0'));
  return Number.isSafeInteger(value) ? value + 0 : 'TOO_LARGE';
}

/** Point or comma: whichever the samples of prices can be read with more often; the point when both do. */
export function guessDecimalMark(samples: readonly string[]): DecimalMark {
  const readable = (mark: DecimalMark) =>
    samples.filter((s) => typeof readUnitPrice(s.trim(), mark) === 'number').length;
  return readable(',') > readable('.') ? ',' : '.';
}
