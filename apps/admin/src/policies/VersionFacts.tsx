import { pointIn } from '@perennial/domain/points/point';
import { useRead } from '../api/useRead.ts';
import { VersionChoicesDocument } from '../gql/graphql.ts';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { Facts } from '../ui/Facts.tsx';
import { pointsOf } from './editor/settings.ts';
import type { Version } from './version.ts';

/** By which working hours a version counts and which service points it lists; nothing where it names neither. */
export function VersionFacts({ version }: { version: Version }) {
  const t = useWords();
  const language = useLanguage();
  const format = useFormat();
  const points = pointsOf(version.pointIds);
  const named = version.calendarId !== null || points.length > 0;
  const { data } = useRead(VersionChoicesDocument, {}, { enabled: named });
  if (!named || !data) return null;
  const calendar = data.calendars.nodes.find((each) => each.id === version.calendarId);
  const listed = data.servicePoints.nodes
    .filter((each) => points.includes(each.id))
    .map((each) => pointIn(each, language).name);
  return (
    <Facts
      rows={[
        ...(calendar ? [[t('policyEditor.settings.calendar'), calendar.name] as [string, string]] : []),
        ...(listed.length > 0 ? [[t('policyEditor.settings.points'), format.list(listed)] as [string, string]] : []),
      ]}
    />
  );
}
