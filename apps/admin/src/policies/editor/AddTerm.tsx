import AddIcon from '@mui/icons-material/Add';
import { Box, Button, ButtonBase, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { EVERYTHING } from '@perennial/domain/policies/applicability';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import { defaultsOf } from '@perennial/domain/policies/kinds/form';
import { policyPacks } from '@perennial/domain/policies/packs/all';
import { termsOfPack } from '@perennial/domain/policies/packs/pack';
import { POLICY_STAGES } from '@perennial/domain/policies/policy';
import { termSentences } from '@perennial/domain/policies/sentences/sentence';
import type { Language } from '@perennial/domain/shared/language';
import { useId, useMemo, useState } from 'react';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';

/**
 * What each kind is for, as a business promises it: by the packs, else by what a new term of it begins with (a new
 * list is empty, which says little); nothing where that cannot be said yet.
 */
function examplesIn(language: Language, currency: string): ReadonlyMap<string, string> {
  const begun = termKinds.map(({ kind, params }) => ({
    id: kind,
    kind,
    params: defaultsOf(params),
    appliesTo: EVERYTHING,
  }));
  const examples = new Map<string, string>();
  for (const term of [...policyPacks.flatMap((pack) => termsOfPack(pack, language, currency)), ...begun]) {
    if (examples.has(term.kind)) continue;
    try {
      const [, promise] = termSentences(term, currency, language);
      if (promise) examples.set(term.kind, promise);
    } catch {
      // a kind whose defaults are to be filled in first
    }
  }
  return examples;
}

/** The kinds of promise there are, by the stage of the sale they belong to (售前、售中、售後, C2). */
export function AddTerm({ onAdd }: { onAdd: (kind: string) => void }) {
  const t = useWords();
  const language = useLanguage();
  const { currency } = useBusiness();
  const [open, setOpen] = useState(false);
  const id = useId();
  const examples = useMemo(() => examplesIn(language, currency), [language, currency]);
  const groups = POLICY_STAGES.map((stage) => ({
    stage,
    kinds: termKinds.filter((kind) => kind.stage === stage),
  })).filter(({ kinds }) => kinds.length > 0);
  return (
    <>
      <Button variant="outlined" startIcon={<AddIcon />} onClick={() => setOpen(true)}>
        {t('policyEditor.add.open')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} aria-labelledby={id} maxWidth="sm" fullWidth>
        <DialogTitle id={id}>{t('policyEditor.add.title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {groups.map(({ stage, kinds }) => (
            <section key={stage} aria-labelledby={`${id}-${stage}`}>
              <Typography id={`${id}-${stage}`} variant="h3" gutterBottom>
                {t(`values.PolicyStage.${stage}`)}
              </Typography>
              <Box sx={{ display: 'grid', gap: 1 }}>
                {kinds.map((kind) => {
                  const example = examples.get(kind.kind);
                  return (
                    <ButtonBase
                      key={kind.kind}
                      onClick={() => {
                        setOpen(false);
                        onAdd(kind.kind);
                      }}
                      sx={{
                        display: 'block',
                        textAlign: 'left',
                        font: 'inherit',
                        p: 1.25,
                        border: 1,
                        borderColor: 'divider',
                        borderRadius: 1,
                        '&:hover': { bgcolor: 'action.hover' },
                      }}
                    >
                      <Box component="span" sx={{ fontWeight: 600, display: 'block' }}>
                        {kind.label[language]}
                      </Box>
                      {example && (
                        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem', display: 'block' }}>
                          {t('policyEditor.add.example', { sentence: example })}
                        </Box>
                      )}
                    </ButtonBase>
                  );
                })}
              </Box>
            </section>
          ))}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{t('shell.form.cancel')}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
