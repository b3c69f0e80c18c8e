import type { Language as SchemaLanguage } from '../gql/graphql.ts';
import type { Language } from '../i18n/languages.ts';

/** The language as the schema's enum writes it (GraphQL names hold no hyphens). */
export const graphqlLanguage = (language: Language): SchemaLanguage => language.replace('-', '_') as SchemaLanguage;
