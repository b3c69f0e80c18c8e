/** The name that the server gives to the query it writes for staff. */
const STAFF_QUERY = 'Preview';

interface Reading {
  operation?: string | null;
  preview: boolean;
  outcome: string;
}

type Said = 'unnamed' | 'preview' | 'failed' | { query: string };

/** What was read, how, and with what outcome; the query that staff get written for them is called by what it is. */
export function readingOf({ operation, preview, outcome }: Reading): Said[] {
  const what: Said[] = preview && operation === STAFF_QUERY ? [] : [operation ? { query: operation } : 'unnamed'];
  return [...what, ...(preview ? ['preview' as const] : []), ...(outcome === 'FAILED' ? ['failed' as const] : [])];
}
