import { Box, Button, Checkbox, FormControlLabel, FormGroup, Typography } from '@mui/material';
import { useState } from 'react';
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

interface Props {
  agreement: Agreement;
  fields: readonly GrantableField[];
  mayWrite: boolean;
}

/** What is granted, field by field. What can never be shared is shown as such, so that nobody looks for it. */
export function Grants({ agreement, fields, mayWrite }: Props) {
  const t = useWords();
  const words = useFieldWords();
  const notify = useNotify();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(agreement.fields));
  const [grant, busy] = useWrite(AgreementGrantDocument);
  const before = new Set(agreement.fields);
  const added = [...chosen].filter((each) => !before.has(each)).length;
  const removed = [...before].filter((each) => !chosen.has(each)).length;
  const guard = useLeaveGuard(added + removed > 0);
  const toggle = (name: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(name);
    else next.delete(name);
    setChosen(next);
  };
  const save = async (): Promise<boolean> => {
    const { payload } = await grant({ id: agreement.id, version: agreement.version, fields: [...chosen] });
    if (payload) notify('partners.grants.saved', { type: 'success' });
    return payload !== undefined;
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
          open={entity === 'Customer' || entries.some((entry) => before.has(grantName(entry)))}
          sx={{ mt: 1.5, '& summary': { cursor: 'pointer', minHeight: 28, fontWeight: 650 } }}
        >
          <summary>
            {words.entity(entity)}{' '}
            <Typography component="span" variant="caption" color="textSecondary">
              {t('partners.grants.count', {
                smart_count: entries.filter((entry) => chosen.has(grantName(entry))).length,
              })}
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
                      onChange={(_event, on) => toggle(grantName(entry), on)}
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
          <Button variant="outlined" disabled={busy || (added === 0 && removed === 0)} onClick={() => void save()}>
            {t('partners.grants.save', { smart_count: chosen.size, count: chosen.size })}
          </Button>
          <Typography role="status" color="textSecondary">
            {added + removed > 0 ? t('partners.grants.changed', { added, removed }) : ''}
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
