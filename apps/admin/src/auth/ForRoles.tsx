import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/useWords.ts';
import { Page } from '../ui/Page.tsx';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { mayOpen } from './may.ts';
import { useStaff } from './useStaff.ts';

/** Shows a page to the roles that may open it; the others learn why not. The server refuses them as well. */
export function ForRoles({ page, children }: { page: string; children: ReactNode }) {
  const t = useWords();
  const staff = useStaff();
  if (!staff) return <PageSkeleton />;
  if (mayOpen(staff.role, page)) return <>{children}</>;
  return (
    <Page title={t('shell.notForYou.title')}>
      <Typography>{t('shell.notForYou.text', { role: t(`values.Role.${staff.role}`) })}</Typography>
    </Page>
  );
}
