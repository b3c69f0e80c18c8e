import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** One import that must be caught: `file` would import `specifier`, and `rule` would be broken by it. */
export interface Plant {
  readonly rule: string;
  readonly file: string;
  readonly specifier: string;
}

const asValue = (specifier: string) => `import * as planted from '${specifier}';\nexport const use = planted;\n`;
const asType = (specifier: string) =>
  `import type * as planted from '${specifier}';\nexport type Use = typeof planted;\n`;

/** `…/planted-table.ts` → `…/planted-as-type-table.ts`: the file keeps the ending that its rule goes by. */
export const typeTwin = (file: string): string => file.replace('planted', 'planted-as-type');

/**
 * A copy of the repository's sources and settings in a folder of its own, with every plant written into it twice (as a value
 * import and as a type import). Packages of ours resolve inside the copy, libraries to the installed ones.
 * The caller removes it.
 */
export async function plantedCopy(
  root: string,
  plants: readonly Plant[],
): Promise<{ root: string; remove: () => Promise<void> }> {
  const copy = await mkdtemp(join(tmpdir(), 'perennial-law-'));
  for (const folder of ['packages', 'apps']) {
    await cp(join(root, folder), join(copy, folder), {
      recursive: true,
      filter: (path) => !/[/](node_modules|dist|[.]turbo|data)$/.test(path),
    });
  }
  for (const file of ['package.json', 'tsconfig.base.json', '.prettierrc'])
    await cp(join(root, file), join(copy, file));
  await mkdir(join(copy, 'node_modules/@perennial'), { recursive: true });
  for (const name of await readdir(join(root, 'node_modules'))) {
    if (name !== '@perennial') await symlink(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  }
  for (const folder of ['packages', 'apps']) {
    for (const name of await readdir(join(copy, folder))) {
      await symlink(join(copy, folder, name), join(copy, 'node_modules/@perennial', name));
      const own = join(root, folder, name, 'node_modules');
      if (existsSync(own)) await symlink(own, join(copy, folder, name, 'node_modules'));
    }
  }
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(copy, file)), { recursive: true });
    await writeFile(join(copy, file), text, { flag: 'wx' }).catch(keepWhatIsThere);
  };
  for (const { file, specifier } of plants) {
    await write(file, asValue(specifier));
    await write(typeTwin(file), asType(specifier));
    if (specifier.startsWith('../')) await write(join(dirname(file), specifier), 'export {};\n');
    else if (specifier.startsWith('@perennial/modules/')) {
      await write(`packages/modules/src/${specifier.slice('@perennial/modules/'.length)}.ts`, 'export {};\n');
    }
  }
  await writeCycle(copy, 'planted-cycle', asValue);
  await writeCycle(copy, 'planted-as-type-cycle', asType);
  return { root: copy, remove: () => rm(copy, { recursive: true, force: true }) };
}

/** A plant may point at a file that an area does not (yet) have; one that it has is left as it is. */
function keepWhatIsThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function writeCycle(copy: string, name: string, text: (specifier: string) => string): Promise<void> {
  const folder = join(copy, 'packages/domain/src/shared');
  await writeFile(join(folder, `${name}.ts`), text(`./${name}-back.ts`));
  await writeFile(join(folder, `${name}-back.ts`), text(`./${name}.ts`));
}
