import type { GraphQLFieldResolver } from 'graphql';

/**
 * Compiled parts of an answer are keyed by response key (the alias), plain values by field name. Types made from
 * models carry that in their extensions; everything below them was compiled too.
 */
export const resolveByResponseKey: GraphQLFieldResolver<unknown, unknown> = (source, _args, _context, info) => {
  const { extensions, name } = info.parentType;
  const compiled =
    'model' in extensions ||
    'connectionOf' in extensions ||
    name === 'Money' ||
    name === 'PageInfo' ||
    name.endsWith('Edge');
  const key = compiled ? String(info.path.key) : info.fieldName;
  return (source as Record<string, unknown> | null)?.[key];
};
