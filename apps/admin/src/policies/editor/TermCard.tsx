import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, Button, ButtonBase, Paper, TextField, Typography } from '@mui/material';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import type { Phrases } from '@perennial/domain/policies/phrases';
import { termSentences } from '@perennial/domain/policies/sentences/sentence';
import { useId, useState } from 'react';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { TermComments } from '../versions/TermComments.tsx';
import { Conditions } from './Conditions.tsx';
import { CONDITIONS, isSet } from './conditions.ts';
import { KindFields } from './KindFields.tsx';
import type { Problems } from './problems.ts';
import type { Written } from './draft.ts';
import { useProblemText } from './useProblemText.ts';

interface Props {
  written: Written;
  /** How its texts are said in other languages. */
  phrases: Phrases;
  problems: Problems;
  /** What the base promises where this term of a variant will hold instead. */
  inBase: string | undefined;
  open: boolean;
  onToggle: () => void;
  onChange: (written: Written) => void;
  onDuplicate: () => void;
  onRemove: () => void;
}

/** One term as a sentence to be filled in: whom it is for, then what is promised. Closed, it reads as it will in public. */
export function TermCard({ written, phrases, problems, inBase, open, onToggle, onChange, ...buttons }: Props) {
  const { term, begun } = written;
  const t = useWords();
  const format = useFormat();
  const text = useProblemText();
  const language = useLanguage();
  const { currency } = useBusiness();
  const id = useId();
  // closed again it stays, out of sight, and with it the way back for what was removed in it
  const [opened, setOpened] = useState(open);
  if (open && !opened) setOpened(true);
  const kind = termKinds.find((each) => each.kind === term.kind);
  const label = kind?.label[language] ?? term.kind;
  // what cannot be read yet cannot be said either
  const [scope, promise] = problems.size === 0 ? termSentences(term, currency, language, phrases) : [];
  const narrowed = CONDITIONS.some((name) => isSet(term.appliesTo, name));
  const nameProblem = problems.get('id');
  const fields = Object.keys(kind?.params ?? {});
  const elsewhere = [...problems].filter(
    ([path]) =>
      path !== 'id' && !path.startsWith('appliesTo.') && !fields.some((name) => path.startsWith(`params.${name}`)),
  );
  return (
    <Paper component="section" aria-labelledby={`${id}-title`} sx={{ minWidth: 0 }}>
      <ButtonBase
        aria-expanded={open}
        aria-controls={`${id}-body`}
        onClick={onToggle}
        sx={{ display: 'flex', width: '100%', textAlign: 'left', font: 'inherit', gap: 1, p: 1.5, borderRadius: 1 }}
      >
        <Typography id={`${id}-title`} component="span" sx={{ fontWeight: 600, flex: 1 }}>
          {label}
        </Typography>
        {problems.size > 0 && (
          <Box component="span" sx={{ display: 'flex', gap: 0.5, alignItems: 'center', color: 'warning.main' }}>
            <WarningIcon fontSize="small" aria-hidden />
            {t('policyEditor.problemsHere')}
          </Box>
        )}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t(open ? 'policyEditor.closeTerm' : 'policyEditor.openTerm')}
        </Box>
        <ExpandMoreIcon aria-hidden fontSize="small" sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />
      </ButtonBase>
      <Box id={`${id}-body`} sx={{ px: 1.5, pb: 1.5 }}>
        {!open && promise && (
          <>
            <Typography>{promise}</Typography>
            <Typography variant="body2" color="textSecondary">
              {scope}
            </Typography>
          </>
        )}
        {opened && (
          <Box sx={{ display: open ? 'grid' : 'none', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            <Conditions
              of={{ to: term.appliesTo, begun }}
              problems={problems}
              onChange={(now) => onChange({ term: { ...term, appliesTo: now.to }, begun: now.begun })}
            />
            {inBase && (
              <Typography variant="body2" color="textSecondary">
                {format.pair(t('policyEditor.inBase'), inBase)}
              </Typography>
            )}
            {kind && (
              <KindFields
                form={kind.params}
                values={term.params}
                problems={problems}
                onChange={(params) => onChange({ begun, term: { ...term, params } })}
              />
            )}
            {elsewhere.map(([path, problem]) => (
              <Typography key={path} color="error">
                {text(problem)}
              </Typography>
            ))}
            {promise && (
              <Box component="blockquote" sx={{ m: 0, pl: 1.5, borderLeft: 3, borderColor: 'primary.main' }}>
                <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem', display: 'block' }}>
                  {t('policyEditor.reads')}
                </Box>
                {promise}
                {narrowed && (
                  <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem', display: 'block' }}>
                    {scope}
                  </Box>
                )}
              </Box>
            )}
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
              <Box
                component="details"
                open={nameProblem !== undefined || undefined}
                sx={{ flex: '1 1 240px', '& summary': { cursor: 'pointer', minHeight: 32, lineHeight: '32px' } }}
              >
                <summary>{t('policyEditor.details')}</summary>
                <TextField
                  label={t('policies.editor.id')}
                  value={term.id}
                  error={nameProblem !== undefined}
                  helperText={nameProblem ? text(nameProblem) : t('policies.editor.idHint')}
                  onChange={(event) => onChange({ begun, term: { ...term, id: event.target.value } })}
                  sx={{ mt: 1, width: '100%', maxWidth: 360 }}
                />
              </Box>
              <Button size="small" color="secondary" onClick={buttons.onDuplicate}>
                {t('policyEditor.duplicate')}
              </Button>
              <Button size="small" color="secondary" onClick={buttons.onRemove}>
                {t('policies.editor.remove')}
              </Button>
            </Box>
          </Box>
        )}
        <TermComments termId={term.id} />
      </Box>
    </Paper>
  );
}
