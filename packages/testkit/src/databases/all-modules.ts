import type { Module } from '@perennial/kernel/registry/module';

/** The areas as the program registers them. */
export async function allModules(): Promise<readonly Module[]> {
  const extensions: string = '../../../../apps/api/src/extensions.ts';
  return import(extensions).then(
    (m) => m.modules,
    () => [],
  );
}
