/** Whether ISO 4217 knows it: three capital letters, e.g. `GBP`. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

/** Whether IANA knows it, e.g. `Europe/London`. An offset such as `+08:00` says nothing of the clock's changes: no zone. */
export function isTimezone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
