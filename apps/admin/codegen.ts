import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Types for every document of the dashboard, read off the committed staff schema. Run in this folder:
 * `npx graphql-codegen`. Generated files are committed, so that building the dashboard needs no schema at hand.
 */
const config: CodegenConfig = {
  schema: process.env.PERENNIAL_SCHEMA?.split(',') ?? '../../staff.graphql',
  documents: ['src/**/*.graphql'],
  ignoreNoDocuments: true,
  importExtension: '.ts',
  generates: {
    './src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        avoidOptionals: { field: true, inputValue: false, object: false, defaultValue: false },
        strictScalars: true,
        scalars: {
          Date: 'string',
          DateTime: 'string',
          MinorUnits: 'number',
          UnitPrice: 'number',
          JSON: 'unknown',
        },
      },
    },
  },
};

export default config;
