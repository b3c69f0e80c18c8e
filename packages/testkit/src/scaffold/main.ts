// npm run new -- AreaName EntityName
import { resolve } from 'node:path';
import { scaffoldEntity } from './new-entity.ts';

const [area, type] = process.argv.slice(2);
const say = (text: string) => process.stdout.write(`${text}\n`);

if (!area || !type) {
  say('Usage: npm run new -- area EntityName      e.g. npm run new -- care ServiceVisit');
  process.exitCode = 1;
} else {
  try {
    const made = await scaffoldEntity(resolve(import.meta.dirname, '../../../..'), area, type);
    for (const file of made.written) say(`new      ${file}`);
    for (const file of made.changed) say(`changed  ${file}`);
    say(`\nNext:\n${made.next.join('\n')}`);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
