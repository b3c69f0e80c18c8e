import type { Language } from '../i18n/languages.ts';

/** A code as standards write it, and what the reader calls it. */
export interface Code {
  code: string;
  name: string;
}

const once = (make: (language: Language) => readonly Code[]) => {
  const made = new Map<Language, readonly Code[]>();
  return (language: Language): readonly Code[] => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
};

/** Every currency of ISO 4217 with its name in a language. */
export const currencies = once((language) => {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => ({ code, name: names.of(code) ?? code }));
});

/** Every time zone of IANA with what its time is called in a language. */
export const timeZones = once((language) =>
  // browsers leave UTC out of their list, because it is no place
  ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((code) => ({
    code,
    name: zoneName(code, language),
  })),
);

function zoneName(timeZone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** How a code is shown: "GBP · British Pound". */
export const codeLabel = ({ code, name }: Code): string => (name === code ? code : `${code} · ${name}`);

/**
 * The code that somebody typed: by itself, by its name or as it is shown, letter case aside. What is none of these comes
 * back as it was typed, so that it can be said at its field.
 */
export function codeTyped(text: string, codes: readonly Code[]): string {
  const typed = text.trim();
  const bare = typed.toLowerCase();
  const named = codes.filter(({ name }) => name.toLowerCase() === bare);
  const found =
    codes.find((each) => each.code.toLowerCase() === bare || codeLabel(each).toLowerCase() === bare) ??
    // a name that several share says nothing
    (named.length === 1 ? named[0] : undefined);
  return found?.code ?? typed;
}
