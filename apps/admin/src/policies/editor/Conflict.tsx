import { Alert, AlertTitle, Box, Button, Typography } from '@mui/material';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import type { Phrases } from '@perennial/domain/policies/phrases';
import { termSentences } from '@perennial/domain/policies/sentences/sentence';
import type { Term } from '@perennial/domain/policies/terms';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import type { Clash } from './merge.ts';

interface Props {
  clashes: readonly Clash[];
  phrases: Phrases;
  onSettle: (clash: Clash, chosen: Term | undefined) => void;
}

/** Two people wrote the same draft: both wordings side by side, and nothing is saved over until somebody has chosen. */
export function Conflict({ clashes, phrases, onSettle }: Props) {
  const t = useWords();
  const language = useLanguage();
  const { currency } = useBusiness();
  if (clashes.length === 0) return null;
  const said = (term: Term | undefined): string => {
    if (!term) return t('policyEditor.conflict.gone');
    try {
      return termSentences(term, currency, language, phrases).join(language === 'en' ? ' ' : '');
    } catch {
      return JSON.stringify(term.params);
    }
  };
  return (
    <Alert severity="warning" sx={{ '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
      <AlertTitle>{t('policyEditor.conflict.title')}</AlertTitle>
      <Typography gutterBottom>{t('policyEditor.conflict.text')}</Typography>
      {clashes.map((clash) => {
        const kind = termKinds.find((each) => each.kind === (clash.mine ?? clash.theirs)?.kind);
        return (
          <Box key={clash.id} role="group" aria-label={kind?.label[language] ?? clash.id} sx={{ mt: 1.5 }}>
            <Typography sx={{ fontWeight: 600 }}>{kind?.label[language] ?? clash.id}</Typography>
            <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { sm: '1fr 1fr' } }}>
              {(['mine', 'theirs'] as const).map((whose) => (
                <Box key={whose} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1 }}>
                  <Typography variant="body2" color="textSecondary">
                    {t(`policyEditor.conflict.${whose}`)}
                  </Typography>
                  <Typography gutterBottom>{said(clash[whose])}</Typography>
                  <Button size="small" variant="outlined" onClick={() => onSettle(clash, clash[whose])}>
                    {t(whose === 'mine' ? 'policyEditor.conflict.takeMine' : 'policyEditor.conflict.takeTheirs')}
                  </Button>
                </Box>
              ))}
            </Box>
          </Box>
        );
      })}
    </Alert>
  );
}
