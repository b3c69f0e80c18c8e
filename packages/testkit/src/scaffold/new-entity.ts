import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { entityNames } from './names.ts';
import type { EntityNames } from './names.ts';
import { domainFile, graphqlFile, indexFile, serviceFile, tableFile, testFile } from './templates.ts';

const AREAS = 'packages/testkit/src/law/areas.ts';
const EXTENSIONS = 'apps/api/src/extensions.ts';

export interface Scaffolded {
  /** New files, from the root of the repository. */
  readonly written: readonly string[];
  /** Files that got a line. */
  readonly changed: readonly string[];
  /** What is left to do by hand. */
  readonly next: readonly string[];
}

/**
 * Writes a new entity that compiles and whose test passes, to be shaped from there. In a new area it is registered
 * too; an area that exists keeps its `index.ts`, and the lines to add there are told.
 * @throws RangeError when a name does not fit or a file is there already; nothing is written then
 */
export async function scaffoldEntity(root: string, area: string, type: string): Promise<Scaffolded> {
  const names = entityNames(area, type);
  const inRoot = (file: string) => join(root, file);
  const areaFolder = `packages/modules/src/${area}`;
  const isNew = !existsSync(inRoot(areaFolder));
  const files = isNew ? filesOfNewArea(names, areaFolder) : filesInArea(names, areaFolder);
  const there = Object.keys(files).filter((file) => existsSync(inRoot(file)));
  if (there.length > 0) throw new RangeError(`there already: ${there.join(', ')}; choose another name`);

  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(inRoot(file)), { recursive: true });
    const style = await resolveConfig(inRoot(file));
    writeFileSync(inRoot(file), await format(text, { ...style, filepath: file }));
  }
  if (isNew) register(root, names);
  return {
    written: Object.keys(files),
    changed: isNew ? [AREAS, EXTENSIONS] : [],
    next: [
      ...(isNew ? [] : [linesForIndex(names, areaFolder)]),
      'Shape the fields in the domain file and their columns in the table.',
      'npm run generate    (migration and schemas)',
      `npx vitest run --project pglite ${areaFolder}`,
    ],
  };
}

function filesOfNewArea(names: EntityNames, folder: string): Record<string, string> {
  return {
    [`packages/domain/src/${names.area}/${names.file}.ts`]: domainFile(names),
    [`${folder}/table.ts`]: tableFile(names),
    [`${folder}/service.ts`]: serviceFile(names, 'table.ts'),
    [`${folder}/graphql.ts`]: graphqlFile(names, 'service.ts'),
    [`${folder}/index.ts`]: indexFile(names),
    [`${folder}/${names.area}.it.test.ts`]: testFile(names),
  };
}

function filesInArea(names: EntityNames, folder: string): Record<string, string> {
  const { area, file } = names;
  return {
    [`packages/domain/src/${area}/${file}.ts`]: domainFile(names),
    [`${folder}/${file}-table.ts`]: tableFile(names),
    [`${folder}/${file}-service.ts`]: serviceFile(names, `${file}-table.ts`),
    [`${folder}/${file}-graphql.ts`]: graphqlFile(names, `${file}-service.ts`),
    [`${folder}/${file}.it.test.ts`]: testFile(names),
  };
}

function linesForIndex({ one, many, type }: EntityNames, folder: string): string {
  return [
    `In ${folder}/index.ts add`,
    `  to models:     model(${one}, ${many}, { root: true, search: ['name'], defaultOrder: 'NAME_ASC' })`,
    `  to extend:     extendModel('Customer', { relations: { ${many}: hasMany('${type}') } })`,
    `  to mutations:  ...${one}Mutations`,
  ].join('\n');
}

/** A new area takes its place in the import law (it may use customers) and in the list of what the API serves. */
function register(root: string, { area }: EntityNames): void {
  const edit = (file: string, change: (text: string) => string) => {
    const before = readFileSync(join(root, file), 'utf8');
    const after = change(before);
    if (after === before)
      throw new RangeError(`${file} has an unexpected form: register the area "${area}" there by hand`);
    writeFileSync(join(root, file), after);
  };
  edit(AREAS, (text) => text.replace(/^(\s*)partners: \[/m, `$1${area}: ['customers'],\n$1partners: [`));
  edit(EXTENSIONS, (text) =>
    text
      .replace(/^import /m, `import { ${area}Module } from '@perennial/modules/${area}/index';\nimport `)
      .replace(/(Module\b,?\n)(\];)/, `$1  ${area}Module,\n$2`),
  );
}
