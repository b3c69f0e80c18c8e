/**
 * The key of the sentence for why an import or a dry run stopped: a refusal's own, or that something went wrong here.
 *
 * @param known whether there is a sentence under a key.
 */
export function failureKey(code: string, known: (key: string) => boolean): string {
  const key = `errors.${code}`;
  return known(key) ? key : 'errors.INTERNAL_SERVER_ERROR';
}
