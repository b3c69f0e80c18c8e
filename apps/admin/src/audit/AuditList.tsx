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

type AuditRow = AuditListQuery['auditEvents']['nodes'][number];

/** Who did what, when; for owners and auditors. */
export default function AuditList() {
  return (
    <ForRoles page="audit">
      <List />
    </ForRoles>
  );
}

/** `customerUpdate` → `customer update`: the operation's own name, readable. */
const spaced = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[._]/g, ' ')
    .toLowerCase();

function List() {
  const t = useWords();
  const translate = useTranslate();
  const format = useFormat();
  const operation = (row: AuditRow) => translate(`operations.${row.operation}`, { _: spaced(row.operation) });
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
          {operation(row)}
          <RefusedBecause after={row.after} />
        </>
      ),
      csv: (row) => row.operation,
    },
    {
      key: 'change',
      label: 'audit.column.change',
      render: (row) => <Change before={row.before} after={row.after} />,
      csv: (row) => JSON.stringify({ before: row.before, after: row.after }),
    },
    {
      key: 'subject',
      label: 'audit.column.subject',
      wideOnly: true,
      render: (row) => <Subject subject={row.subject} />,
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
function RefusedBecause({ after }: { after: unknown }) {
  const t = useWords();
  const said = useRefusalText();
  const format = useFormat();
  const attempt = after as { refused?: unknown; params?: Record<string, unknown>; more?: number } | null;
  if (typeof attempt?.refused !== 'string') return null;
  const reason = said({ code: attempt.refused, message: attempt.refused, params: attempt.params });
  return (
    <Box component="span" sx={{ display: 'block', color: 'warning.main', fontSize: 13 }}>
      {attempt.more === undefined
        ? t('audit.refused', { reason })
        : t('audit.refusedMore', { reason, count: format.number(attempt.more) })}
    </Box>
  );
}

function Subject({ subject }: { subject: string }) {
  const translate = useTranslate();
  // a sign-in is about the e-mail that was given, which need not be anybody's
  if (subject.includes('@')) return <>{subject}</>;
  const type = subject.split('_')[0] ?? subject;
  return (
    <Box component="span" title={subject}>
      {translate(`fields.entity.${type}`, { _: type.replace(/([a-z0-9])([A-Z])/g, '$1 $2') })}
    </Box>
  );
}

function Change({ before, after }: { before: unknown; after: unknown }) {
  const t = useWords();
  if (!before && !after) return <>–</>;
  return (
    <Box component="details" sx={{ textAlign: 'left', '& summary': { cursor: 'pointer', minHeight: 24 } }}>
      <summary>{t('audit.show')}</summary>
      <Box sx={{ maxWidth: 480, fontSize: 12 }}>
        <Value label={t('audit.before')} value={before} />
        <Value label={t('audit.after')} value={after} />
      </Box>
    </Box>
  );
}

function Value({ label, value }: { label: string; value: unknown }) {
  if (!value) return null;
  return (
    <>
      <Box component="strong">{label}</Box>
      <Box component="pre" sx={{ m: 0, mb: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {JSON.stringify(value, null, 1)}
      </Box>
    </>
  );
}
