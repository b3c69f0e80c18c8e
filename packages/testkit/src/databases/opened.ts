const ends: (() => Promise<void>)[] = [];

/** Has `end` called when the test file that is running is done; the last to come is the first to go. */
export function closeWhenDone(end: () => Promise<void>): void {
  ends.push(end);
}

/** Ends everything that the test file opened, also when something cannot be ended. */
export async function closeOpened(): Promise<void> {
  const failures: unknown[] = [];
  for (const end of ends.splice(0).toReversed()) await end().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'something that a test file opened could not be closed');
}
