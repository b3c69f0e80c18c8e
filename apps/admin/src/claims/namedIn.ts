import { mattersIn } from '@perennial/domain/claims/asked-for';

/** The services that were asked for by a name, in the words in which they were; each once, however many lines say it. */
export const namedIn = (lines: readonly { details: unknown }[]): string[] => [
  ...new Set(lines.flatMap(({ details }) => mattersIn(details))),
];
