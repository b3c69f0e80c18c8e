import { DomainError } from '@perennial/domain/shared/errors';

/**
 * No database keeps the character NUL, nor half of a surrogate pair. Looks through all that an input says, documents and
 * the names in them included, and refuses the first text with one as `TEXT_UNREADABLE`, naming its field.
 */
export function checkTexts(value: unknown, path: readonly string[] = []): void {
  if (typeof value === 'string') {
    if (isStorable(value)) return;
    throw unreadable(path);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    // what it is called cannot be kept either, so the path ends above it
    if (!isStorable(name)) throw unreadable(path);
    checkTexts(inner, [...path, name]);
  }
}

const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

const unreadable = (path: readonly string[]): DomainError =>
  new DomainError(
    'TEXT_UNREADABLE',
    `${path.join('.') || 'input'}: holds a character that no text can be kept with (NUL, or half of a character); take it out, or type the text anew.`,
    { path: [...path], params: { field: path.at(-1) ?? '' } },
  );
