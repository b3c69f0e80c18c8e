import { Box } from '@mui/material';
import { Fragment, useState, type SyntheticEvent } from 'react';
import { useWords } from '../i18n/useWords.ts';
import { changesOf, subjectsOf } from './changes.ts';
import { NameOf } from './Subject.tsx';
import { useAuditWords } from './useAuditWords.ts';

/** More than these are shown on request, so that a row stays a row. */
const SHOWN = 6;

interface Props {
  /** The kind of thing that changed. */
  type: string;
  before: unknown;
  after: unknown;
}

/** What changed, field by field; the record itself behind a toggle. */
export function Change({ type, before, after }: Props) {
  const t = useWords();
  const [more, setMore] = useState(false);
  if (!before && !after) return <>–</>;
  const changes = changesOf(before, after);
  return (
    <Box sx={{ textAlign: 'left', maxWidth: 520, whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
      <Fields type={type} changes={changes.slice(0, SHOWN)} before={before} after={after} />
      {changes.length > SHOWN && (
        <Box
          component="details"
          sx={TOGGLE}
          onToggle={(event: SyntheticEvent<HTMLDetailsElement>) => setMore(event.currentTarget.open)}
        >
          <summary>{t('audit.more', { smart_count: changes.length - SHOWN })}</summary>
          {/* a long record asks for the names of much: not before somebody wants to see it */}
          {more && <Fields type={type} changes={changes.slice(SHOWN)} before={before} after={after} />}
        </Box>
      )}
      <Box component="details" sx={TOGGLE}>
        <summary>{t('audit.record')}</summary>
        <Box sx={{ fontSize: 12 }}>
          <Value label={t('audit.before')} value={before} />
          <Value label={t('audit.after')} value={after} />
        </Box>
      </Box>
    </Box>
  );
}

const TOGGLE = { '& summary': { cursor: 'pointer', minHeight: 24, color: 'text.secondary', fontSize: 13 } } as const;

function Fields({ type, changes, before, after }: Props & { changes: ReturnType<typeof changesOf> }) {
  const words = useAuditWords();
  if (changes.length === 0) return null;
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', rowGap: 0.25 }}>
      {changes.map((change) => {
        const say = (value: unknown, row: unknown) => {
          const subjects = subjectsOf(change.field, value);
          return subjects ? <Names subjects={subjects} /> : words.value(type, change.field, value, row);
        };
        const is = say(change.after, after);
        const was = say(change.before, before);
        return (
          <Box key={change.field} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {words.field(type, change.field, change.after ?? change.before)}
            </Box>
            <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
              {change.before === undefined ? (
                is
              ) : change.after === undefined ? (
                <del>{was}</del>
              ) : (
                <>
                  {was} → {is}
                </>
              )}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}

function Names({ subjects }: { subjects: readonly string[] }) {
  return subjects.map((subject, index) => (
    <Fragment key={subject}>
      {index > 0 && ' · '}
      <NameOf subject={subject} />
    </Fragment>
  ));
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
