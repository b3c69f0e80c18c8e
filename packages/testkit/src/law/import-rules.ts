import type { IForbiddenRuleType } from 'dependency-cruiser';
import { areaMayImport } from './areas.ts';

/** Tests may use the testkit and the test runner wherever they stand; the law is about what is delivered. */
const TEST = '[.]test[.]tsx?$';
const SQL_LIBRARY = '(^|/)node_modules/(drizzle-orm|drizzle-kit|postgres|@electric-sql)/';
const GRAPHQL_LIBRARY = '(^|/)node_modules/(graphql|@apollo|@pothos)/';

const AREA = '^packages/modules/src/([^/]+)/';

interface Law {
  readonly from: string;
  readonly not?: readonly string[];
  /** Only these may be imported. */
  readonly only?: readonly string[];
  /** These may not. */
  readonly never?: readonly string[];
  readonly why: string;
}

const laws: Readonly<Record<string, Law>> = {
  'domain-is-pure': {
    from: '^packages/domain/',
    only: ['^packages/domain/src/', '(^|/)node_modules/(zod|temporal-polyfill|temporal-spec)/'],
    why: 'The domain runs in the browser too: it may import itself, zod and the Temporal polyfill (see ADR 14).',
  },
  'kernel-knows-no-business': {
    from: '^packages/kernel/',
    never: ['^packages/(?!kernel/|domain/src/shared/)', '^apps/'],
    why: 'The kernel is plumbing: libraries and domain/shared, no business noun.',
  },
  'modules-stand-on-domain-and-kernel': {
    from: '^packages/modules/',
    never: ['^apps/', '^packages/(testkit|client|kind-)'],
    why: 'Modules are used by the api, not the other way round; the testkit is for tests.',
  },
  'area-through-its-index': {
    from: AREA,
    never: ['^packages/modules/src/(?!$1/)[^/]+/(?!index[.]ts$)'],
    why: 'Another area is reached through its index.ts; its tables and services are its own.',
  },
  'table-is-storage-only': {
    from: '^packages/modules/src/([^/]+)/.*tables?[.]ts$',
    only: [
      '^packages/modules/src/$1/.*tables?[.]ts$',
      '^packages/domain/src/($1|shared)/',
      '^packages/kernel/src/db/',
      '(^|/)node_modules/drizzle-orm/',
    ],
    why: 'A table imports its own domain, kernel/db and drizzle.',
  },
  'service-without-graphql': {
    from: '^packages/modules/src/([^/]+)/.*service[.]ts$',
    never: ['[/.-]graphql[.]ts$', '^packages/kernel/src/graphql/', GRAPHQL_LIBRARY],
    why: 'A service serves the API, the command line and jobs alike: it knows no GraphQL.',
  },
  'graphql-without-sql': {
    from: '^packages/modules/src/([^/]+)/.*graphql[.]ts$',
    never: ['[/.-]tables?[.]ts$', '^packages/kernel/src/db/', SQL_LIBRARY],
    why: 'graphql.ts calls its own service; rows and queries stay behind it.',
  },
  'api-without-sql': {
    from: '^apps/api/src/',
    never: [SQL_LIBRARY, '[/.-]tables?[.]ts$', '^packages/(testkit|client)/', '^apps/admin/'],
    why: 'The api wires modules and kernel together; it holds no SQL.',
  },
  'admin-behind-the-api': {
    from: '^apps/admin/',
    never: ['^packages/(?!domain/|kind-)', '^apps/(?!admin/)', SQL_LIBRARY, '^@perennial/(?!domain|kind-)'],
    why: 'The dashboard speaks GraphQL: the domain, kinds of term and its generated documents, never kernel or modules.',
  },
  'kind-stands-on-domain': {
    from: '^packages/(kind-[^/]+)/',
    only: ['^packages/$1/src/', '^packages/domain/src/'],
    why: 'A kind of term from outside runs in the browser too and lives off the domain alone, as one in a repository of its own would.',
  },
  'client-stands-alone': {
    from: '^packages/client/',
    never: ['^packages/(?!client/)', '^apps/'],
    why: 'The partner SDK is handed to other companies: it contains nothing of ours but itself.',
  },
};

function areaOrder(): Record<string, Law> {
  const rules: Record<string, Law> = {};
  for (const [area, allowed] of Object.entries(areaMayImport)) {
    const others = Object.keys(areaMayImport).filter((other) => other !== area && !allowed.includes(other));
    if (others.length === 0) continue;
    rules[`area-order-${area}`] = {
      from: `^packages/(domain|modules)/src/${area}/`,
      never: [`^packages/(domain|modules)/src/(${others.join('|')})/`],
      why: `Imports between areas run one way: ${area} may use ${allowed.join(', ') || 'no other area'}.`,
    };
  }
  return rules;
}

function toRule([name, law]: [string, Law]): IForbiddenRuleType {
  const to = law.only ? { pathNot: [...law.only] } : { path: [...(law.never ?? [])] };
  return {
    name,
    comment: law.why,
    severity: 'error',
    from: { path: law.from, pathNot: [TEST, ...(law.not ?? [])] },
    to,
  };
}

/** The whole import law as rules of dependency-cruiser; each rule's comment says why it stands. */
export const importRules: readonly IForbiddenRuleType[] = [
  ...Object.entries({ ...laws, ...areaOrder() }).map(toRule),
  {
    name: 'no-cycles',
    comment:
      'Files that need each other cannot be understood one at a time. A dynamic import is exempt: it loads a part ' +
      'on demand, and that part may import the types it implements.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
  },
  {
    name: 'declared',
    comment: 'A library is named in the package.json of the package that uses it, not found by luck of hoisting.',
    severity: 'error',
    from: { pathNot: [TEST] },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'resolvable',
    comment: 'An import that resolves to nothing would escape every other rule.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];
