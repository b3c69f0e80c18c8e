/** A product as a person says it: what it is, then its code; the code alone where nothing else is known. */
export const productWords = (code: string, description: string | null | undefined): string =>
  description ? `${description} (${code})` : code;
