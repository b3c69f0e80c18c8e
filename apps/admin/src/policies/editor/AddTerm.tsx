import AddIcon from '@mui/icons-material/Add';
import { Box, Button, ButtonBase, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { EVERYTHING } from '@perennial/domain/policies/applicability';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import { defaultsOf } from '@perennial/domain/policies/kinds/form';
import type { TermKind } from '@perennial/domain/policies/kinds/kind';
import { POLICY_STAGES } from '@perennial/domain/policies/policy';
import { termSentences } from '@perennial/domain/policies/sentences/sentence';
import type { Language } from '@perennial/domain/shared/language';
import { useId, useState } from 'react';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';

/** What a kind is for, said by the promise a new term of it begins with; nothing where that cannot be said yet. */
function exampleOf(kind: TermKind, currency: string, language: Language): string | undefined {
  try {
    const term = { id: kind.kind, kind: kind.kind, params: defaultsOf(kind.params), appliesTo: EVERYTHING };
    return termSentences(term, currency, language)[1];
  } catch {
    return undefined;
  }
}

/** The kinds of promise there are, by the stage of the sale they belong to (售前、售中、售後, C2). */
export function AddTerm({ onAdd }: { onAdd: (kind: string) => void }) {
  const t = useWords();
  const language = useLanguage();
  const { currency } = useBusiness();
  const [open, setOpen] = useState(false);
  const id = useId();
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
                  const example = exampleOf(kind, currency, language);
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
