import { parse, validate } from 'graphql';
import type { Actor } from '@perennial/kernel/auth/actor';
import type { Executable } from '@perennial/kernel/graphql/engine';
import type { Registry } from '@perennial/kernel/registry/module';
import { interpret, type OracleView } from './interpret.ts';
import { difference } from './difference.ts';
import { randomQuery, type RandomQuery } from './generate.ts';
import { Random } from './random.ts';
import { plain } from './same.ts';
import type { World } from './world.ts';

export interface Comparison<A extends Actor> {
  registry: Registry;
  world: World;
  view: OracleView;
  executable: Executable<A>;
  actor: A;
}

/** Runs `count` random documents through the compiler and the oracle; answers the first on which they differ, or null. */
export async function firstDifference<A extends Actor>(
  on: Comparison<A>,
  count: number,
  seed: number,
): Promise<string | null> {
  for (let i = 0; i < count; i++) {
    const made = randomQuery(new Random(seed * 100_003 + i), on.executable.schema, on.world, on.view);
    const difference = await differs(on, made);
    if (difference)
      return `seed ${seed}, document ${i}:\n${made.query}\n${JSON.stringify(made.variables)}\n${difference}`;
  }
  return null;
}

async function differs<A extends Actor>(on: Comparison<A>, { query, variables }: RandomQuery): Promise<string | null> {
  const { schema, execute } = on.executable;
  const document = parse(query);
  const invalid = validate(schema, document);
  if (invalid.length) return `the generator made an invalid document: ${invalid[0]?.message}`;
  const expected = await interpret(schema, on.registry, on.world, on.view, document, variables);
  if (expected.errors?.length) return `the oracle failed: ${expected.errors[0]?.stack}`;
  let answer: unknown;
  try {
    const result = await execute({ document, documentHash: query, operationName: 'Random', variables }, on.actor);
    answer = JSON.parse(JSON.stringify(result.data));
  } catch (error) {
    return `the compiler failed: ${error instanceof Error ? `${error.stack}\n${String(error.cause)}` : String(error)}`;
  }
  return difference(plain(answer), plain(JSON.parse(JSON.stringify(expected.data))));
}
