import { importMapping, mappingFaults, mappingMistakes, type ImportMapping } from '@perennial/domain/importing/mapping';
import { useState } from 'react';
import { useRead } from '../api/useRead.ts';
import { ImportPreviewDocument, type ImportPreviewQuery } from '../gql/graphql.ts';
import { choose, chosen, UNTOUCHED } from './choice.ts';

/** The first lines of the file, and the columns by which they were read. */
export interface Lines {
  mapping: ImportMapping;
  rows: NonNullable<ImportPreviewQuery['importPreview']>['rows'];
}

/**
 * The columns that are being chosen for a batch, what keeps them from working, and the first lines by the last choice
 * that works: neither goes away because something is half typed.
 */
export function useMapping(batchId: string, enabled: boolean) {
  const [choice, setChoice] = useState(UNTOUCHED);
  const [asksOrder, setAsksOrder] = useState(false);
  const [lines, setLines] = useState<Lines | undefined>();
  const read = useRead(ImportPreviewDocument, { id: batchId, mapping: choice.asked }, { keep: true, enabled });
  const answer = read.isPlaceholderData ? undefined : read.data?.importPreview;
  const answered = importMapping.safeParse(answer?.mapping).data;
  if (answer && answered && answer.rows !== lines?.rows) setLines({ mapping: answered, rows: answer.rows });
  // once asked, the question of day and month stays with its answer, until the server finds the order by itself
  const open = answered?.dateOrder === null && answered.columns.at !== null;
  const found = answered !== undefined && !open && (choice.asked?.dateOrder ?? null) === null;
  if (open && !asksOrder) setAsksOrder(true);
  else if (found && asksOrder) setAsksOrder(false);
  const mapping = chosen(choice, answered ?? (choice.now ? undefined : lines?.mapping));
  const faults = mapping ? mappingFaults(mapping) : [];
  const change = (next: ImportMapping) => setChoice((before) => choose(before, next));
  /** The lines shown are not those of what is chosen now, because that cannot work or could not be read. */
  const behind = (mapping !== undefined && mappingMistakes(mapping).length > 0) || read.error !== null;
  return { mapping, faults, lines, behind, asksOrder, read, change };
}
