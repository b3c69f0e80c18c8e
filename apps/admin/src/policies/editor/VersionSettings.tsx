import { Box, Checkbox, FormControlLabel, FormGroup, FormHelperText, TextField } from '@mui/material';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import type { Term } from '@perennial/domain/policies/terms';
import { pointIn } from '@perennial/domain/points/point';
import { useId } from 'react';
import { useNotify } from 'react-admin';
import { useRead } from '../../api/useRead.ts';
import { useWrite } from '../../api/useWrite.ts';
import { PolicyVersionSaveDocument, VersionChoicesDocument } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Part } from '../../ui/Part.tsx';
import type { Version } from '../version.ts';

interface Props {
  version: Version;
  terms: readonly Term[];
}

/** Stored ids of service points as the schema writes them. */
export const pointsOf = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.map((id) => `ServicePoint_${String(id).replace(/^ServicePoint_/, '')}`) : [];

const countsWorkingTime = (term: Term): boolean => {
  try {
    return termKinds.find((kind) => kind.kind === term.kind)?.needsCalendar(term.params) ?? false;
  } catch {
    return false;
  }
};

/** By which working hours a version counts (C8) and which service points it lists (C9); saved as soon as it is chosen. */
export function VersionSettings({ version, terms }: Props) {
  const t = useWords();
  const language = useLanguage();
  const notify = useNotify();
  const id = useId();
  const choices = useRead(VersionChoicesDocument, {});
  const [save, busy] = useWrite(PolicyVersionSaveDocument);
  const points = pointsOf(version.pointIds);
  const missing = version.calendarId === null && terms.some(countsWorkingTime);
  const keep = async (change: { calendarId: string | null } | { pointIds: string[] }) => {
    const { payload } = await save({ id: version.id, version: version.version, ...change });
    if (payload) notify('policyEditor.settings.saved', { type: 'success' });
  };
  return (
    <Part of={choices} height={80}>
      {({ calendars, servicePoints }) => (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <TextField
            select
            label={t('policyEditor.settings.calendar')}
            value={version.calendarId ?? ''}
            disabled={busy}
            error={missing}
            helperText={t('policyEditor.settings.calendarHint')}
            onChange={(event) => void keep({ calendarId: event.target.value || null })}
            slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          >
            <option value="">{t('policyEditor.settings.noCalendar')}</option>
            {calendars.nodes.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </TextField>
          <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }} aria-describedby={id}>
            <Box component="legend" sx={{ p: 0 }}>
              {t('policyEditor.settings.points')}
            </Box>
            <FormGroup row>
              {servicePoints.nodes.map((each) => (
                <FormControlLabel
                  key={each.id}
                  label={pointIn(each, language).name}
                  control={
                    <Checkbox
                      checked={points.includes(each.id)}
                      disabled={busy}
                      onChange={(_event, checked) =>
                        void keep({
                          pointIds: checked ? [...points, each.id] : points.filter((point) => point !== each.id),
                        })
                      }
                    />
                  }
                />
              ))}
            </FormGroup>
            <FormHelperText id={id} sx={{ mx: 0 }}>
              {t(
                servicePoints.nodes.length === 0
                  ? 'policyEditor.settings.noPoints'
                  : 'policyEditor.settings.pointsHint',
              )}
            </FormHelperText>
          </Box>
        </Box>
      )}
    </Part>
  );
}
