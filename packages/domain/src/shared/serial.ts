import { DomainError } from './errors.ts';

/** Serial numbers are read off labels, by people: large and small letters are the same. */
export const sameSerial = (a: string, b: string): boolean => normal(a) === normal(b);

const normal = (serial: string): string => serial.normalize('NFKC').trim().toUpperCase();

/** Two pieces of the same goods have two serial numbers: `SERIAL_TWICE`, at the second. */
export function checkTwice(lines: readonly { code: string; serial: string | null; path: string[] }[]): void {
  for (const [index, { code, serial, path }] of lines.entries()) {
    if (serial === null) continue;
    const twin = lines
      .slice(0, index)
      .some((each) => each.code === code && each.serial !== null && sameSerial(each.serial, serial));
    if (twin) throw serialTwice(serial, path);
  }
}

export const serialTwice = (serial: string, path: string[]): DomainError =>
  new DomainError('SERIAL_TWICE', `The serial number ${serial} is entered twice; each part has its own.`, {
    path,
    params: { serial },
  });
