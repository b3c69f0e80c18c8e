import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });

/** Files of the repository: committed, and new ones that git does not ignore. */
const files = git('ls-files', '--cached', '--others', '--exclude-standard', '-z')
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)));
const TEXT = /[.](ts|tsx|js|mjs|json|md|yml|yaml|sh|html|css|sql|graphql)$|(^|[/])([.]ci[/]run|[.][a-z]+rc|LICENSE)$/;
const texts = files.filter((file) => TEXT.test(file));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const manifests = files.filter((file) => basename(file) === 'package.json');

describe('the repository', () => {
  test('was listed, so that the other promises are about something', () => {
    expect(texts.length).toBeGreaterThan(60);
    expect(manifests.length).toBe(9);
  });

  test('speaks of the product alone: no path of a machine it was made on, no address of a registry', () => {
    // put together here, so that this file does not contain what it looks for
    const folders = ['work', 'farm', 'root', 'home/[a-z]', 'tmp/[a-z]'].map(
      (name) => `(^|["'\`\\s(=:])/${name}[\\w-]*/`,
    );
    const hosts = ['registry[.]npm', 'npm[m]irror', 'verd[a]ccio', 'art[i]factory', 'code[a]rtifact'];
    const told = new RegExp([...folders, ...hosts].join('|'), 'm');
    const found = texts.flatMap((file) => {
      const lines = read(file).split('\n');
      return lines.flatMap((line, at) => (told.test(line) ? [`${file}:${at + 1} ${line.trim().slice(0, 100)}`] : []));
    });
    expect(found).toEqual([]);
  });

  test('has no room for things without a room: no utils, helpers, common or shared types file', () => {
    const dumping = /(^|[/])(utils?|helpers?|common|misc|types|constants)([/]|[.]tsx?$)/i;
    expect(files.filter((file) => /^(packages|apps)[/]/.test(file) && dumping.test(file))).toEqual([]);
  });
});

describe('what it is built from', () => {
  test('every version is pinned exactly, so that two clones are the same program', () => {
    const loose = manifests.flatMap((file) => {
      const manifest: Record<string, Record<string, string> | undefined> = JSON.parse(read(file));
      return ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'].flatMap((kind) =>
        Object.entries(manifest[kind] ?? {})
          .filter(([, version]) => !/^\d+[.]\d+[.]\d+(-[\w.]+)?$/.test(version))
          .map(([name, version]) => `${file}: ${name} ${version}`),
      );
    });
    expect(loose).toEqual([]);
  });

  test('the lock file names no host: each place installs from the registry it trusts, checked by integrity', () => {
    const lock: { packages: Record<string, { resolved?: string; link?: boolean; integrity?: string }> } = JSON.parse(
      read('package-lock.json'),
    );
    const libraries = Object.entries(lock.packages).filter(([path]) => path.includes('node_modules/'));
    expect(libraries.length).toBeGreaterThan(400);
    expect(libraries.filter(([, { resolved }]) => /^[a-z+]+:/.test(resolved ?? '')).map(([path]) => path)).toEqual([]);
    expect(libraries.filter(([, { link, integrity }]) => !link && !integrity).map(([path]) => path)).toEqual([]);
  });
});
