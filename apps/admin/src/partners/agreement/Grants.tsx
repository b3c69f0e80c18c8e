import { Box, Button, Checkbox, FormControlLabel, FormGroup, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { useWrite } from '../../api/useWrite.ts';
import { AgreementGrantDocument } from '../../gql/graphql.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';
import { LeaveDialog } from '../../ui/LeaveDialog.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useLeaveGuard } from '../../ui/useLeaveGuard.ts';
import { KEEPING, byEntity, grantName, useFieldWords, type GrantableField } from '../fieldWords.ts';
import type { Agreement } from './agreement.ts';
import { NO_TICKS, chosenOf, tick, unsaved, type Ticks } from './ticks.ts';

interface Props {
  agreement: Agreement;
  fields: readonly GrantableField[];
  /** What is not granted yet; the page keeps it, because putting in force asks about it. */
  ticks: Ticks;
  onTicks: (ticks: Ticks) => void;
  mayWrite: boolean;
}

/** What is granted, field by field. What can never be shared is shown as such, so that nobody looks for it. */
export function Grants({ agreement, fields, ticks, onTicks, mayWrite }: Props) {
  const t = useWords();
  const words = useFieldWords();
  const notify = useNotify();
  const [grant, busy] = useWrite(AgreementGrantDocument);
  const before = new Set(agreement.fields);
  const chosen = chosenOf(agreement.fields, ticks);
  const { added, removed } = unsaved(agreement.fields, ticks);
  const changed = added.length + removed.length > 0;
  const guard = useLeaveGuard(changed);
  const save = async (): Promise<boolean> => {
    const { payload } = await grant({ id: agreement.id, version: agreement.version, fields: [...chosen] });
    if (payload) {
      onTicks(NO_TICKS);
      notify(agreement.inForce ? 'partners.grants.saved' : 'partners.grants.savedForLater', { type: 'success' });
    }
    return payload !== undefined;
  };
  const countsOf = (entries: readonly GrantableField[]): string => {
    const count = (names: Iterable<string>) => {
      const known = new Set(names);
      return entries.filter((entry) => known.has(grantName(entry))).length;
    };
    const more = [['added', count(added)] as const, ['removed', count(removed)] as const].filter(
      ([, many]) => many > 0,
    );
    return [
      t('partners.grants.count', { smart_count: count(before) }),
      ...more.map(([what, many]) => t(`partners.grants.${what}`, { smart_count: many })),
    ].join(' · ');
  };
  return (
    <Panel title={t('partners.grants.title')}>
      <Typography color="textSecondary" gutterBottom>
        {t('partners.grants.hint')}
      </Typography>
      {byEntity(fields).map(([entity, entries]) => (
        <Box
          component="details"
          key={entity}
          // What nothing is granted of is folded away: the page shows what is shared first.
          open={
            entity === 'Customer' ||
            entries.some((entry) => before.has(grantName(entry)) || chosen.has(grantName(entry)))
          }
          sx={{ mt: 1.5, '& summary': { cursor: 'pointer', minHeight: 28, fontWeight: 650 } }}
        >
          <summary>
            {words.entity(entity)}{' '}
            <Typography component="span" variant="caption" color="textSecondary">
              {countsOf(entries)}
            </Typography>
          </summary>
          <FormGroup
            sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}
            role="group"
            aria-label={words.entity(entity)}
          >
            {entries
              .filter((entry) => entry.share !== 'never')
              .map((entry) => (
                <FormControlLabel
                  key={entry.field}
                  disabled={!mayWrite || entry.share === 'always'}
                  sx={{ '& .MuiFormControlLabel-label.Mui-disabled': { color: 'text.secondary' } }}
                  control={
                    <Checkbox
                      size="small"
                      checked={entry.share === 'always' || chosen.has(grantName(entry))}
                      onChange={(_event, on) => onTicks(tick(agreement.fields, ticks, grantName(entry), on, fields))}
                    />
                  }
                  label={<FieldLabel entry={entry} />}
                />
              ))}
          </FormGroup>
          <Never entries={entries} />
        </Box>
      ))}
      {mayWrite && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mt: 2 }}>
          <Button variant="outlined" disabled={busy || !changed} onClick={() => void save()}>
            {t('partners.grants.save', { smart_count: chosen.size, count: chosen.size })}
          </Button>
          <Typography role="status" color="textSecondary">
            {changed ? t('partners.grants.changed', { added: added.length, removed: removed.length }) : ''}
          </Typography>
        </Box>
      )}
      <LeaveDialog guard={guard} onSave={save} />
    </Panel>
  );
}

function FieldLabel({ entry }: { entry: GrantableField }) {
  const t = useWords();
  const words = useFieldWords();
  return (
    <>
      {words.field(entry.field)}
      {(entry.share === 'always' || entry.pii !== 'none') && (
        <Typography component="span" variant="caption" color="textSecondary" sx={{ ml: 0.75 }}>
          {entry.share === 'always'
            ? t('partners.grants.always')
            : t(entry.pii === 'direct' ? 'partners.grants.direct' : 'partners.grants.indirect')}
        </Typography>
      )}
    </>
  );
}

function Never({ entries }: { entries: readonly GrantableField[] }) {
  const t = useWords();
  const format = useFormat();
  const words = useFieldWords();
  const never = entries.filter((entry) => entry.share === 'never' && !KEEPING.test(entry.field));
  if (never.length === 0) return null;
  return (
    <Typography variant="caption" color="textSecondary" component="p">
      {format.pair(t('partners.grants.never'), format.list(never.map((entry) => words.field(entry.field))))}
    </Typography>
  );
}
