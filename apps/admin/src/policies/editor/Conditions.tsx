import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, FormHelperText, IconButton, Menu, MenuItem } from '@mui/material';
import { COMPLEXITIES } from '@perennial/domain/catalog/product';
import { useId, useRef, useState } from 'react';
import { useSegmentWord } from '../../customers/useCustomerWords.ts';
import { useKnownRegions, useKnownSegments } from '../../customers/useKnown.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { useKnownCategories, useKnownProducts } from '../../products/useKnownProducts.ts';
import { useUndoableHere } from '../../ui/useUndoable.tsx';
import { WordsControl } from '../../ui/WordsControl.tsx';
import {
  addable,
  barredBy,
  begun,
  dropped,
  filled,
  isSet,
  neighbourOf,
  restored,
  saidBy,
  type Condition,
  type Narrowing,
} from './conditions.ts';
import { MoneyControl, NumberControl } from './NumberControl.tsx';
import type { Bounds } from './outOfRange.ts';
import type { Problems } from './problems.ts';
import { useProblemText } from './useProblemText.ts';

interface Props {
  of: Narrowing;
  problems: Problems | undefined;
  onChange: (now: Narrowing) => void;
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
export function Conditions({ of, problems, onChange }: Props) {
  const t = useWords();
  const language = useLanguage();
  const joined = language === 'en' ? ', ' : '，';
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const undoable = useUndoableHere();
  const said = saidBy(of);
  const now = useRef({ of, onChange });
  now.current = { of, onChange };
  const here = useRef<HTMLElement>(null);
  const focus = (name: Condition | undefined) =>
    // after it has been drawn; where no condition is left, at what adds one
    setTimeout(() => {
      const controls = here.current?.querySelectorAll<HTMLElement>(
        name ? `[data-condition="${name}"] :is(input, select):not([type=hidden])` : 'button[aria-haspopup]',
      );
      controls?.item(0)?.focus();
    });
  const offers = useRef<{ name: Condition; withdraw: () => void }[]>([]);
  const add = (name: Condition) => {
    offers.current.filter((each) => barredBy(name, each.name)).forEach(({ withdraw }) => withdraw());
    onChange(begun(of, name));
  };
  const remove = (name: Condition) => {
    onChange(dropped(of, name));
    focus(neighbourOf(of, name));
    const condition = t(`policyEditor.clause.${name}`);
    const withdraw = undoable(t('policyEditor.clause.removed', { condition }), () => {
      now.current.onChange(restored(now.current.of, name, of));
      focus(name);
    });
    offers.current.push({ name, withdraw });
  };
  const offered = addable(of);
  return (
    <Box ref={here} sx={{ display: 'grid', gap: 1 }}>
      {said.map((name, index) => (
        <One
          key={name}
          name={name}
          joint={t(index === 0 ? 'policyEditor.clause.if' : 'policyEditor.clause.and') + (language === 'en' ? ' ' : '')}
          of={of}
          problems={problems}
          onChange={onChange}
          onRemove={() => remove(name)}
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
                add(name);
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
  onRemove: () => void;
}

function One({ name, joint, of, problems, onChange, onRemove }: OneProps) {
  const t = useWords();
  const format = useFormat();
  const text = useProblemText();
  const id = useId();
  const problem = problems?.get(`appliesTo.${name}`);
  return (
    <Box data-condition={name}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <label htmlFor={id}>
          {joint}
          {t(`policyEditor.clause.${name}`)}
        </label>
        <Value
          id={id}
          name={name}
          to={of.to}
          wrong={problem !== undefined}
          describedBy={problem ? `${id}-said` : undefined}
          onChange={(value) => onChange(filled(of, name, value))}
        />
        <IconButton
          size="small"
          aria-label={format.pair(t('policyEditor.clause.drop'), t(`policyEditor.clause.${name}`))}
          onClick={onRemove}
        >
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      {problem && (
        <FormHelperText error id={`${id}-said`} sx={{ mx: 0 }}>
          {isSet(of.to, name) ? text(problem, BOUNDS[name]) : t('policyEditor.clause.unsaid')}
        </FormHelperText>
      )}
    </Box>
  );
}

interface ValueProps {
  id: string;
  name: Condition;
  to: Narrowing['to'];
  wrong: boolean;
  describedBy: string | undefined;
  onChange: (value: unknown) => void;
}

function Value({ name, to, onChange, ...rest }: ValueProps) {
  const t = useWords();
  switch (name) {
    case 'minValue':
    case 'maxValue':
      return <MoneyControl {...rest} value={to[name]} min={0} max={MOST_MONEY} onChange={onChange} />;
    case 'minTenure':
    case 'maxTenure':
      return (
        <>
          <NumberControl {...rest} value={to[name]} min={0} max={MOST_MONTHS} onChange={onChange} />
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
          onChange={onChange}
        />
      );
    default:
      return <Words {...rest} name={name} value={to[name]} onChange={onChange} />;
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
