import { Box, Typography } from '@mui/material';
import type { BesideChanges } from '@perennial/domain/policies/besides';
import { LANGUAGES_CALLED } from '@perennial/domain/shared/language';
import { useRead } from '../api/useRead.ts';
import { useFormat } from '../format/useFormat.ts';
import { VersionChoicesDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { usePointNames } from './guard/usePointNames.ts';
import { Replaced } from './Replaced.tsx';
import { Worse } from './Worse.tsx';

/** The lines of a comparison that are about no term: service points, working hours, and other words for the same. */
export function BesideTerms({ pointsAdded, pointsGone, hours, wordings }: BesideChanges) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const pointName = usePointNames([...pointsAdded, ...pointsGone].map((id) => ({ id, name: '' })));
  const names = (ids: readonly string[]) => format.list(ids.map((id) => pointName({ id, name: '' })).filter(Boolean));
  const { data } = useRead(VersionChoicesDocument, {}, { enabled: hours !== null });
  const calendar = (id: string | null) =>
    id === null
      ? t('policyEditor.settings.noCalendar')
      : (data?.calendars.nodes.find((each) => each.id === id)?.name ?? '');
  return (
    <>
      {pointsAdded.length > 0 && (
        <li>
          <strong>{t('policyEditor.preview.pointsAdded')}</strong>
          <Typography>{names(pointsAdded)}</Typography>
        </li>
      )}
      {pointsGone.length > 0 && (
        <li>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}>
            <strong>{t('policyEditor.preview.pointsGone')}</strong>
            <Worse>{t('policyEditor.preview.worse')}</Worse>
          </Box>
          <Typography color="textSecondary">
            <del>{names(pointsGone)}</del>
          </Typography>
        </li>
      )}
      {hours && (
        <li>
          <Replaced
            title={t('policyEditor.settings.calendar')}
            was={calendar(hours.before)}
            now={calendar(hours.after)}
          />
        </li>
      )}
      {wordings.map((each) => {
        const title = t('policyEditor.preview.wording');
        const other = LANGUAGES_CALLED[language][each.language];
        return (
          <li key={`${each.language} ${each.text}`}>
            <Replaced
              title={
                each.language === language
                  ? title
                  : t('policyEditor.words.inLanguage', { text: title, language: other })
              }
              was={each.before}
              now={each.after}
            />
          </li>
        );
      })}
    </>
  );
}
