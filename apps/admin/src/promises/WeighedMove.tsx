import BetterIcon from '@mui/icons-material/TrendingUp';
import SameIcon from '@mui/icons-material/Remove';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, Typography } from '@mui/material';
import { kindLabel } from '@perennial/domain/policies/kinds/all';
import { LANGUAGES_CALLED, type Language } from '@perennial/domain/shared/language';
import { useFormat } from '../format/useFormat.ts';
import type { WeighMoveQuery } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords, type WordKey } from '../i18n/useWords.ts';

export type Weighed = WeighMoveQuery['entitlementMoveWeigh'];

/** What the same words would be read by. */
const readBy = (field: string): WordKey => (field === 'currency' ? 'promises.move.currency' : 'promises.move.timeZone');

const ICONS = { BETTER: BetterIcon, SAME: SameIcon, WORSE: WarningIcon } as const;
const COLOURS = { BETTER: 'success.main', SAME: 'text.secondary', WORSE: 'warning.main' } as const;

/** Whether what follows is better or worse, as a word and an icon: colour alone says nothing. */
function Verdict({ verdict }: { verdict: keyof typeof ICONS }) {
  const t = useWords();
  const Icon = ICONS[verdict];
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', color: COLOURS[verdict] }}>
      <Icon fontSize="small" aria-hidden />
      {t(`promises.move.verdict.${verdict}`)}
    </Box>
  );
}

type Change = Pick<
  Weighed['later'][number],
  'undisclosed' | 'before' | 'after' | 'hoursBefore' | 'hoursAfter' | 'wordings'
>;

/** A language as its readers' browsers name it: names in the schema have no hyphen. */
const tagOf = (named: Change['wordings'][number]['language']): Language => named.replace('_', '-') as Language;

function BeforeAndAfter({ undisclosed, before, after, hoursBefore, hoursAfter, wordings }: Change) {
  const t = useWords();
  const language = useLanguage();
  const format = useFormat();
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {t('promises.move.before')}
        {format.gap}
        {before.length > 0
          ? format.sentences(before)
          : t(undisclosed ? 'promises.move.noCharge' : 'promises.move.nothingYet')}
      </Typography>
      <Typography variant="body2">
        {t('promises.move.after')}
        {format.gap}
        {after.length > 0 ? format.sentences(after) : t('promises.move.nothing')}
      </Typography>
      {hoursBefore !== null && (
        <Typography variant="body2">
          {t('promises.move.hours', { before: hoursBefore, after: hoursAfter ?? t('promises.move.noHours') })}
        </Typography>
      )}
      {wordings.map((each) => (
        <Typography key={JSON.stringify(each)} variant="body2">
          {t('promises.move.wording', { ...each, language: LANGUAGES_CALLED[language][tagOf(each.language)] })}
        </Typography>
      ))}
    </>
  );
}

/** What would be lost by what an import may add to the purchase. */
function LaterGoods({ later }: Pick<Weighed, 'later'>) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  if (later.length === 0) return null;
  return (
    <>
      <Typography variant="h3">{t('promises.move.laterTitle')}</Typography>
      <Typography variant="body2">{t('promises.move.later')}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1 }}>
        {later.map((each) => (
          <li key={JSON.stringify(each)}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}>
              <strong>{kindLabel(each.kind, language)}</strong>
              <Verdict verdict="WORSE" />
            </Box>
            <Typography variant="body2">{format.sentences(each.goods)}</Typography>
            <BeforeAndAfter {...each} />
          </li>
        ))}
      </Box>
    </>
  );
}

/** What moving the purchase would mean: for what it holds, kind by kind, and for what it may yet get. */
export function WeighedMove({ weighed }: { weighed: Weighed }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  return (
    <>
      {weighed.changes.length + weighed.readings.length === 0 ? (
        <Typography>{t('promises.move.same')}</Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1 }}>
          {weighed.readings.map(({ field, before, after }) => (
            <li key={field}>
              <Typography variant="body2" color="textSecondary">
                {t('promises.move.before')}
                {format.gap}
                {t(readBy(field), { value: before })}
              </Typography>
              <Typography variant="body2">
                {t('promises.move.after')}
                {format.gap}
                {t(readBy(field), { value: after })}
              </Typography>
            </li>
          ))}
          {weighed.changes.map((each) => (
            <li key={JSON.stringify(each)}>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}>
                <strong>{kindLabel(each.kind, language)}</strong>
                <Verdict verdict={each.verdict} />
                {each.products.length > 0 && (
                  <Typography component="span" variant="body2" color="textSecondary">
                    {t('promises.move.products', { products: format.list(each.products) })}
                  </Typography>
                )}
              </Box>
              <BeforeAndAfter {...each} />
            </li>
          ))}
        </Box>
      )}
      <LaterGoods later={weighed.later} />
    </>
  );
}
