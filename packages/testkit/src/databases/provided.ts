/** What the global set-ups hand to the test files. */
declare module 'vitest' {
  interface ProvidedContext {
    /** Data folder of a migrated embedded database, closed. */
    pgliteTemplate: string;
    /** Superuser address of the cluster; its database `perennial_template` is migrated. */
    postgresUrl: string;
  }
}

export const TEMPLATE_DATABASE = 'perennial_template';
