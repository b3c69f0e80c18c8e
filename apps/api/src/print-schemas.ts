// Writes staff.graphql and partner.graphql from the declarations; with --check, says whether they are up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSchema } from '@perennial/kernel/graphql/schema';
import { buildRegistry } from '@perennial/kernel/registry/module';
import type { Registry } from '@perennial/kernel/registry/module';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { modules } from './extensions.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Everything that could be granted: the committed partner schema shows all that an agreement may hold. */
function everyGrant({ models }: Registry): string[] {
  return [...models].flatMap(([type, model]) => [
    ...[...model.fields].filter(([, { meta }]) => meta.share === 'grantable').map(([field]) => `${type}.${field}`),
    ...[...model.relations].filter(([, { share }]) => share === 'grantable').map(([field]) => `${type}.${field}`),
  ]);
}

const registry = buildRegistry(modules);
const text = (schema: GraphQLSchema) => `${printSchema(lexicographicSortSchema(schema))}\n`;
const schemas = {
  'staff.graphql': text(buildSchema(registry, { audience: 'staff' })),
  'partner.graphql': text(buildSchema(registry, { audience: 'partner', grants: everyGrant(registry) })),
};

for (const [name, wanted] of Object.entries(schemas)) {
  const file = resolve(root, name);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, wanted);
  } else if (committed(file) !== wanted) {
    process.stderr.write(
      `${name} is not what the declarations say: run "npm run generate" and commit what it makes.\n`,
    );
    process.exitCode = 1;
  }
}

function committed(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
