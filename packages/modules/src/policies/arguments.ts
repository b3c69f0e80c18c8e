import { LANGUAGES, type Language } from '@perennial/domain/shared/language';
import { named } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';

/** Who may say what is promised. */
export const KEEPERS = ['OWNER', 'POLICY_MANAGER'] as const;
export const version = z.int32().min(1);
export const day = z.iso.date();
export const note = z.string().trim().min(1).max(1000);
export const inLanguage = named('Language', z.enum(['en', 'zh_Hant', 'zh_Hans']));

/** The language of an argument, GraphQL's names having no hyphen; English when left out. */
export const tagOf = (language: string | undefined): Language =>
  LANGUAGES.find((each) => each === language?.replace('_', '-')) ?? 'en';

/** A language as `inLanguage` names it. */
export const namedIn = (language: Language): z.infer<typeof inLanguage> => inLanguage.parse(language.replace('-', '_'));

/** The id of a set-up row; `gid` has checked that it is one. */
export const idOf = (ref: { id?: string | undefined }): string => ref.id ?? '';
