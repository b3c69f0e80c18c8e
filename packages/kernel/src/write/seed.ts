import { eq } from 'drizzle-orm';
import { jobContext } from './jobs.ts';
import type { Environment } from './environment.ts';
import type { Outbox } from './outbox.ts';
import { kernelFacts } from './table.ts';

/**
 * Lets every area bring its sample data, in registration order, each once; what one area's data sets in motion is
 * finished before the next one starts. A start that was cut off goes on with the area it had reached.
 */
export async function seedAll(
  env: Environment,
  outbox: Outbox,
  say: (area: string) => void = () => undefined,
): Promise<void> {
  for (const { name, seed } of env.registry.modules) {
    if (!seed) continue;
    const fact = `seeded ${name}`;
    const [done] = await env.db.orm.select().from(kernelFacts).where(eq(kernelFacts.name, fact));
    if (done) continue;
    say(name);
    await seed(await jobContext(env));
    await outbox.drain();
    await env.db.orm.insert(kernelFacts).values({ name: fact, value: env.now().toISOString() }).onConflictDoNothing();
  }
}
