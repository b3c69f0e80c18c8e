import { Box, Typography } from '@mui/material';
import type { ImportMapping } from '@perennial/domain/importing/mapping';
import { DATE_ORDERS, type DateOrder } from '@perennial/domain/importing/moment';
import { isCurrency, isTimezone } from '@perennial/domain/shared/codes';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import { Adopt } from './Adopt.tsx';
import { Choices } from './Choices.tsx';
import { CodeField } from './CodeField.tsx';
import { currencies, timeZones } from './codes.ts';

interface Props {
  mapping: ImportMapping;
  wrong: (field: 'currency' | 'timeZone' | 'dateOrder') => string | undefined;
  /** The dates of the file can be read in two ways. */
  asksOrder: boolean;
  onChange: (change: Partial<ImportMapping>) => void;
}

/**
 * In what money and by which clock the file is written, and how its dates are meant where they do not decide that: asked
 * first, because the file itself does not say.
 */
export function Origin({ mapping, wrong, asksOrder, onChange }: Props) {
  const t = useWords();
  const language = useLanguage();
  const { currency, timeZone, dateOrder } = mapping;
  return (
    <Panel title={t('importing.origin.title')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Typography color="textSecondary">{t('importing.origin.hint')}</Typography>
        <CodeField
          label={t('importing.mapping.currency')}
          codes={currencies(language)}
          value={currency}
          wrong={wrong('currency')}
          onChange={(value) => onChange({ currency: value })}
        />
        <CodeField
          label={t('importing.mapping.timeZone')}
          codes={timeZones(language)}
          value={timeZone}
          wrong={wrong('timeZone')}
          onChange={(value) => onChange({ timeZone: value })}
        />
        {asksOrder && (
          <Choices
            label={t('importing.mapping.dateOrder')}
            value={dateOrder ?? ''}
            choices={[
              ...(dateOrder === null ? [{ value: '', label: t('importing.origin.order') }] : []),
              ...DATE_ORDERS.map((value) => ({ value, label: t(`importing.dateOrder.${value}`) })),
            ]}
            wrong={wrong('dateOrder')}
            onChange={(value) => value !== '' && onChange({ dateOrder: value as DateOrder })}
          />
        )}
        {isCurrency(currency) && isTimezone(timeZone) && <Adopt currency={currency} timeZone={timeZone} />}
      </Box>
    </Panel>
  );
}
