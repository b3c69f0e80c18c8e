import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, FormHelperText, IconButton, Menu, MenuItem } from '@mui/material';
import type { Applicability } from '@perennial/domain/policies/applicability';
import { COMPLEXITIES } from '@perennial/domain/catalog/product';
import { useId, useState } from 'react';
import { useSegmentWord } from '../../customers/useCustomerWords.ts';
import { useKnownRegions, useKnownSegments } from '../../customers/useKnown.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { useKnownCategories, useKnownProducts } from '../../products/useKnownProducts.ts';
import { WordsControl } from '../../ui/WordsControl.tsx';
import { CONDITIONS, dropped, isSet, type Condition } from './conditions.ts';
import { MoneyControl, NumberControl } from './NumberControl.tsx';
import type { Bounds } from './outOfRange.ts';
import type { Problems } from './problems.ts';
import { useProblemText } from './useProblemText.ts';

interface Props {
  to: Applicability;
  problems: Problems | undefined;
  onChange: (to: Applicability) => void;
}

const MOST_MONTHS = 1200;
const MOST_MONEY = 1_000_000_000_00;

/** What a number among the conditions keeps to. */
const BOUNDS: Partial<Record<Condition, Bounds>> = {
  minValue: { type: 'money', min: 0 },
  maxValue: { type: 'money', min: 0 },
  minTenure: { type: 'int', min: 0 },
  maxTenure: { type: 'int', min: 0 },
};

const capital = (name: Condition): Capitalize<Condition> =>
  (name.charAt(0).toUpperCase() + name.slice(1)) as Capitalize<Condition>;

/** "If the customer is in … and the purchase is worth at least …, then": whom a term is for (C12), as a sentence. */
export function Conditions({ to, problems, onChange }: Props) {
  const t = useWords();
  const language = useLanguage();
  const joined = language === 'en' ? ', ' : '，';
  const [begun, setBegun] = useState<readonly Condition[]>([]);
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const said = CONDITIONS.filter((name) => isSet(to, name) || begun.includes(name));
  // a product is named by its code or by its category: naming both would leave one without effect
  const offered = CONDITIONS.filter(
    (name) =>
      !said.includes(name) &&
      !(name === 'categories' && isSet(to, 'productCodes')) &&
      !(name === 'productCodes' && isSet(to, 'categories')),
  );
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {said.map((name, index) => (
        <One
          key={name}
          name={name}
          unsaid={!isSet(to, name)}
          joint={t(index === 0 ? 'policyEditor.clause.if' : 'policyEditor.clause.and') + (language === 'en' ? ' ' : '')}
          to={to}
          problems={problems}
          onChange={onChange}
          onDrop={() => {
            setBegun(begun.filter((each) => each !== name));
            onChange(dropped(to, name));
          }}
        />
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        <span>
          {said.length > 0
            ? t('policyEditor.clause.thereupon')
            : `${t('policyEditor.clause.always')}${joined}${t('policyEditor.clause.promise')}`}
        </span>
        {offered.length > 0 && (
          <Button
            size="small"
            startIcon={<AddIcon />}
            aria-haspopup="menu"
            aria-expanded={menu !== null}
            onClick={(event) => setMenu(event.currentTarget)}
          >
            {t('policyEditor.clause.add')}
          </Button>
        )}
        <Menu anchorEl={menu} open={menu !== null} onClose={() => setMenu(null)}>
          {offered.map((name) => (
            <MenuItem
              key={name}
              onClick={() => {
                setBegun([...begun, name]);
                setMenu(null);
              }}
            >
              {t(`policyEditor.clause.menu${capital(name)}`)}
            </MenuItem>
          ))}
        </Menu>
      </Box>
    </Box>
  );
}

interface OneProps extends Props {
  name: Condition;
  /** "If" or "and". */
  joint: string;
  /** Begun and not filled in: it narrows nothing yet. */
  unsaid: boolean;
  onDrop: () => void;
}

function One({ name, joint, unsaid, to, problems, onChange, onDrop }: OneProps) {
  const t = useWords();
  const format = useFormat();
  const text = useProblemText();
  const id = useId();
  const problem = problems?.get(`appliesTo.${name}`);
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <label htmlFor={id}>
          {joint}
          {t(`policyEditor.clause.${name}`)}
        </label>
        <Value
          id={id}
          name={name}
          to={to}
          wrong={problem !== undefined}
          describedBy={problem || unsaid ? `${id}-said` : undefined}
          onChange={onChange}
        />
        <IconButton
          size="small"
          aria-label={format.pair(t('policyEditor.clause.drop'), t(`policyEditor.clause.${name}`))}
          onClick={onDrop}
        >
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      {(problem || unsaid) && (
        <FormHelperText error={problem !== undefined} id={`${id}-said`} sx={{ mx: 0 }}>
          {problem ? text(problem, BOUNDS[name]) : t('policyEditor.clause.unsaid')}
        </FormHelperText>
      )}
    </Box>
  );
}

interface ValueProps {
  id: string;
  name: Condition;
  to: Applicability;
  wrong: boolean;
  describedBy: string | undefined;
  onChange: (to: Applicability) => void;
}

function Value({ name, to, onChange, ...rest }: ValueProps) {
  const t = useWords();
  const set = (value: unknown) => onChange({ ...to, [name]: value });
  switch (name) {
    case 'minValue':
    case 'maxValue':
      return <MoneyControl {...rest} value={to[name]} min={0} max={MOST_MONEY} onChange={set} />;
    case 'minTenure':
    case 'maxTenure':
      return (
        <>
          <NumberControl {...rest} value={to[name]} min={0} max={MOST_MONTHS} onChange={set} />
          <span>{t('policyEditor.clause.months')}</span>
        </>
      );
    case 'complexity':
      return (
        <WordsControl
          {...rest}
          value={to.complexity}
          closed
          of={{
            known: COMPLEXITIES.map((value) => ({ value, label: t(`values.ProductComplexity.${value}`) })),
            settled: true,
          }}
          onChange={set}
        />
      );
    default:
      return <Words {...rest} name={name} value={to[name]} onChange={set} />;
  }
}

const UNKNOWN = {
  segments: 'choices.noSegment',
  regions: 'choices.noRegion',
  categories: 'choices.noCategory',
  productCodes: 'choices.noProduct',
} as const;

interface WordsProps extends Omit<ValueProps, 'name' | 'to' | 'onChange'> {
  name: keyof typeof UNKNOWN;
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** Open lists: a promise may be written before there is anybody or anything it is for, and then it is said. */
function Words({ name, value, ...rest }: WordsProps) {
  const segment = useSegmentWord();
  const segments = useKnownSegments(name === 'segments');
  const regions = useKnownRegions(name === 'regions');
  const categories = useKnownCategories(name === 'categories');
  const products = useKnownProducts(value, name === 'productCodes');
  return (
    <WordsControl
      {...rest}
      value={value}
      of={{ segments, regions, categories, productCodes: products }[name]}
      unknown={UNKNOWN[name]}
      {...(name === 'segments' ? { word: segment } : {})}
      {...(name === 'productCodes' ? { onType: products.type } : {})}
    />
  );
}
