import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import { Box, ButtonBase, Typography } from '@mui/material';
import type { POLICY_STAGES } from '@perennial/domain/policies/policy';
import { useId, useState, type ReactNode } from 'react';
import { useWords } from '../../i18n/useWords.ts';

interface Props {
  stage: (typeof POLICY_STAGES)[number];
  count: number;
  children: ReactNode;
}

/** The terms of one stage of the sale (售前、售中、售後, C2); can be folded away. */
export function StageGroup({ stage, count, children }: Props) {
  const t = useWords();
  const id = useId();
  const [open, setOpen] = useState(true);
  return (
    <Box component="section" aria-labelledby={id} sx={{ minWidth: 0 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        <ButtonBase
          id={id}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          sx={{ font: 'inherit', gap: 1, minHeight: 32, borderRadius: 1 }}
        >
          {t(`values.PolicyStage.${stage}`)}
          <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
            {t('policyEditor.count', { smart_count: count })}
          </Box>
          <ExpandMoreIcon aria-hidden fontSize="small" sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />
        </ButtonBase>
      </Typography>
      {open && <Box sx={{ display: 'grid', gap: 1.5 }}>{children}</Box>}
    </Box>
  );
}
