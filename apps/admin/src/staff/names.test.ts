import { IN_CHARGE } from '@perennial/domain/shared/roles';
import { expect, test } from 'vitest';
import { StaffNamesDocument } from '../gql/graphql.ts';

test('only those are offered whom the server would put in charge', () => {
  const offered = /role: \{\s*in: \[([A-Z_, ]+)\]/.exec(String(StaffNamesDocument))?.[1];
  expect(offered?.split(/,\s*/)).toEqual([...IN_CHARGE]);
});
