import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useRefusalText } from '../api/useRefusalText.ts';
import { ForRoles } from '../auth/ForRoles.tsx';
import { useFormat } from '../format/useFormat.ts';
import type { AuditListQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import type { Column } from '../list/column.ts';
import { DataList } from '../list/DataList.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { TimelinePicture } from '../ui/pictures.tsx';
import { Change } from './Change.tsx';
import { Subject, typeOf } from './Subject.tsx';
import { useAuditWords } from './useAuditWords.ts';

type AuditRow = AuditListQuery['auditEvents']['nodes'][number];

/** Who did what, when; for owners and auditors. */
export default function AuditList() {
  return (
    <ForRoles page="audit">
      <List />
    </ForRoles>
  );
}

function List() {
  const t = useWords();
  const translate = useTranslate();
  const format = useFormat();
  const words = useAuditWords();
  const columns: Column<AuditRow>[] = [
    { key: 'at', label: 'audit.column.at', sort: 'at', render: (row) => format.time(row.at), csv: (row) => row.at },
    {
      key: 'who',
      label: 'audit.column.who',
      render: (row) => row.actorName || translate(`audit.kind.${row.actorKind}`, { _: row.actorKind }),
      csv: (row) => row.actorName,
    },
    {
      key: 'what',
      label: 'audit.column.what',
      render: (row) => (
        <>
          {words.operation(row.operation)}
          <RefusedBecause type={typeOf(row.subject)} after={row.after} />
        </>
      ),
      csv: (row) => row.operation,
    },
    {
      key: 'change',
      label: 'audit.column.change',
      render: (row) => <Change type={typeOf(row.subject)} before={row.before} after={row.after} />,
      csv: (row) => JSON.stringify({ before: row.before, after: row.after }),
    },
    {
      key: 'subject',
      label: 'audit.column.subject',
      wideOnly: true,
      onCard: true,
      render: (row) => <Subject subject={row.subject} before={row.before} after={row.after} />,
      csv: (row) => row.subject,
    },
    {
      key: 'seq',
      label: 'audit.column.seq',
      sort: 'seq',
      numeric: true,
      render: (row) => format.number(row.seq),
      csv: (row) => row.seq,
    },
  ];
  return (
    <Page title={t('audit.title')} intro={t('audit.intro')}>
      <DataList<AuditRow>
        resource="auditEvents"
        label={t('audit.title')}
        columns={columns}
        sort={{ field: 'seq', order: 'DESC' }}
        search
        empty={
          <EmptyState title={t('audit.empty.title')} picture={<TimelinePicture />}>
            {t('audit.empty.text')}
          </EmptyState>
        }
      />
    </Page>
  );
}

/** What was tried and not allowed leaves a line too, with its reason. */
function RefusedBecause({ type, after }: { type: string; after: unknown }) {
  const words = useAuditWords();
  const t = useWords();
  const said = useRefusalText();
  const format = useFormat();
  const attempt = after as { refused?: unknown; path?: string; params?: Record<string, unknown>; more?: number } | null;
  if (typeof attempt?.refused !== 'string') return null;
  const because = said({ code: attempt.refused, message: attempt.refused, params: attempt.params });
  // that something was left empty says nothing away from its form
  const field = attempt.refused === 'VALUE_MISSING' ? attempt.path?.split('.').at(-1) : undefined;
  const reason = field ? format.pair(words.field(type, field), because) : because;
  return (
    <Box component="span" sx={{ display: 'block', color: 'warning.main', fontSize: 13 }}>
      {attempt.more === undefined
        ? t('audit.refused', { reason })
        : t('audit.refusedMore', { reason, smart_count: attempt.more, count: format.number(attempt.more) })}
    </Box>
  );
}
