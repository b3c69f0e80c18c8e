import { Box, Checkbox, FormControlLabel, FormGroup, FormHelperText, Link, TextField, Typography } from '@mui/material';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import type { Term } from '@perennial/domain/policies/terms';
import { pointIn } from '@perennial/domain/points/point';
import { useId } from 'react';
import { Link as RouterLink } from 'react-router';
import { useRead } from '../../api/useRead.ts';
import { VersionChoicesDocument } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Part } from '../../ui/Part.tsx';
import type { Settings } from './settings.ts';

interface Props {
  settings: Settings;
  terms: readonly Term[];
  onChoose: (settings: Partial<Settings>) => void;
}

const countsWorkingTime = (term: Term): boolean => {
  try {
    return termKinds.find((kind) => kind.kind === term.kind)?.needsCalendar(term.params) ?? false;
  } catch {
    return false;
  }
};

/** By which working hours a version counts (C8) and which service points it lists (C9); saved with its terms. */
export function VersionSettings({ settings: { calendarId, pointIds }, terms, onChoose }: Props) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const id = useId();
  const choices = useRead(VersionChoicesDocument, {});
  const missing = calendarId === null && terms.some(countsWorkingTime);
  return (
    <Part of={choices} height={80}>
      {({ calendars, servicePoints }) => (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <TextField
            select
            label={t('policyEditor.settings.calendar')}
            value={calendarId ?? ''}
            error={missing}
            helperText={t('policyEditor.settings.calendarHint')}
            onChange={(event) => onChoose({ calendarId: event.target.value || null })}
            slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          >
            <option value="">{t('policyEditor.settings.noCalendar')}</option>
            {calendars.nodes.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </TextField>
          {calendars.nodes.length === 0 && (
            <Typography variant="body2">
              {t('policyEditor.settings.noCalendars')}
              {format.gap}
              <Link component={RouterLink} to="/calendars">
                {t('policyEditor.settings.toCalendars')}
              </Link>
            </Typography>
          )}
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
                      checked={pointIds.includes(each.id)}
                      onChange={(_event, checked) =>
                        onChoose({
                          pointIds: checked ? [...pointIds, each.id] : pointIds.filter((point) => point !== each.id),
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
