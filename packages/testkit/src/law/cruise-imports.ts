import { cruise } from 'dependency-cruiser';
import type { ICruiseResult } from 'dependency-cruiser';
import { importRules } from './import-rules.ts';

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface CruisedImports {
  /** Files of ours that were read: none would mean that the parser failed, not that the law is kept. */
  readonly modules: number;
  readonly imports: number;
  readonly violations: readonly Violation[];
}

/**
 * Reads every import (values and types) under `packages/` and `apps/` of the repository at `root` and holds them
 * against the import law. swc parses: dependency-cruiser's own TypeScript parser sees nothing under TypeScript 7.
 */
export async function cruiseImports(root: string): Promise<CruisedImports> {
  const { output } = await cruise(
    ['packages', 'apps'],
    {
      baseDir: root,
      parser: 'swc',
      validate: true,
      ruleSet: { forbidden: [...importRules] },
      doNotFollow: { path: 'node_modules/(?!@perennial/)' },
      exclude: { path: '^(packages|apps)/.*/(dist|generated|gql)/' },
      tsPreCompilationDeps: true,
      combinedDependencies: true,
      enhancedResolveOptions: {
        extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
        conditionNames: ['import', 'node', 'default', 'types'],
        exportsFields: ['exports'],
      },
    },
    { symlinks: true },
  );
  const result = output as ICruiseResult;
  const ours = result.modules.filter(({ source }) => /^(packages|apps)\//.test(source));
  return {
    modules: ours.length,
    imports: ours.reduce((sum, { dependencies }) => sum + dependencies.length, 0),
    violations: result.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
