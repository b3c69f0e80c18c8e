import { appendFileSync, rmSync } from 'node:fs';
import type { WhatIfResult } from '@perennial/domain/whatif/tally';
import { jobContext } from '@perennial/kernel/write/jobs';
import { importFile } from '@perennial/modules/importing/import-file';
import { promises, returnsWithin } from '../policies/promises.ts';
import type { GraphQLClient } from '../server/graphql-client.ts';
import type { TestServer } from '../server/test-server.ts';
import { smallSampleFile } from '../shop/small-file.ts';

export interface Run {
  id: string;
  status: string;
  total: number;
  done: number;
  failure: string | null;
  result: WhatIfResult | null;
}
export interface Started {
  whatIfRun: Run | null;
  userErrors: { code: string; path: string[] }[];
}

const RUN = 'id status total done failure result';

/** A shop with real returns and a policy in force, whose drafts are tried on them. */
export interface Trial {
  server: TestServer;
  manager: GraphQLClient;
  /** Returns within 30 days of the purchase, since 1 December 2010. */
  policyId: string;
  start(input: object): Promise<Started>;
  stop(id: string): Promise<Started>;
  look(id: string): Promise<Run>;
  /** Asks until it has ended, as the dashboard does. */
  ended(started: Started): Promise<Run>;
  /** A further policy without a version in force. */
  policy(name: string): Promise<string>;
}

export async function trial(): Promise<Trial> {
  const { server, manager, published } = await promises();
  const file = smallSampleFile(12);
  // a return that names nobody, twice on one invoice, and one whose price cannot be
  appendFileSync(
    file,
    [
      '\n"C900001","22423","A thing",-2,"2011-06-01 10:00:00",2.50,"","France"',
      '"C900001","22424","Another",-1,"2011-06-01 10:00:00",1.00,"","France"',
      '"C900002","22423","A thing",-1,"2011-06-01 10:00:00",-2.50,"17850","France"\n',
    ].join('\n'),
  );
  try {
    await importFile(await jobContext(server.env), file, { by: 'test', fileName: 'shop.csv' });
  } finally {
    rmSync(file, { force: true });
  }
  await server.settle();
  const versionId = await published('Promise to try', '2010-12-01', [returnsWithin(30)]);
  const { policyVersion } = await manager.data<{ policyVersion: { policy: { id: string } } }>(
    'query ($id: ID!) { policyVersion(id: $id) { policy { id } } }',
    { id: versionId },
  );
  await server.settle();
  const ask = async (name: 'whatIfStart' | 'whatIfStop', input: object): Promise<Started> => {
    const type = name === 'whatIfStart' ? 'WhatIfStartInput' : 'WhatIfStopInput';
    const answer = await manager.data<Record<string, Started>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { whatIfRun { ${RUN} } userErrors { code path } } }`,
      { input },
    );
    return answer[name]!;
  };
  const look = async (id: string): Promise<Run> =>
    (await manager.data<{ whatIfRun: Run }>(`query ($id: ID!) { whatIfRun(id: $id) { ${RUN} } }`, { id })).whatIfRun;
  return {
    server,
    manager,
    policyId: policyVersion.policy.id,
    start: (input) => ask('whatIfStart', input),
    stop: (id) => ask('whatIfStop', { id }),
    look,
    async ended({ whatIfRun, userErrors }) {
      if (!whatIfRun) throw new Error(JSON.stringify(userErrors));
      for (;;) {
        const run = await look(whatIfRun.id);
        if (run.status !== 'RUNNING' && run.status !== 'WAITING') return run;
        await server.settle();
      }
    },
    async policy(name) {
      const { policyCreate } = await manager.data<{ policyCreate: { policy: { id: string } } }>(
        'mutation ($name: String!) { policyCreate(input: { name: $name }) { policy { id } userErrors { code } } }',
        { name },
      );
      return policyCreate.policy.id;
    },
  };
}
