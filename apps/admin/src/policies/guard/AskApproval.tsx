import { Alert, AlertTitle, Box, Button, TextField, Typography } from '@mui/material';
import type { PhrasesOfBoth } from '@perennial/domain/policies/sentences/worse';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import type { ApiError } from '../../api/errors.ts';
import { useRead } from '../../api/useRead.ts';
import { useRefusalText } from '../../api/useRefusalText.ts';
import { useWrite } from '../../api/useWrite.ts';
import { PolicyCutProposeDocument, PolicyVersionCutOfDocument } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Part } from '../../ui/Part.tsx';
import { CutDetails, type NamedCut } from './CutDetails.tsx';

interface Props {
  versionId: string;
  effectiveFrom: string;
  phrases: PhrasesOfBoth;
  retiring?: boolean;
  /** Something stands in the way that no approval helps against; it is told elsewhere. */
  inVain?: boolean;
  /** Why, as far as it is typed: kept by the dialog around, for it outlasts a change of the day. */
  reason: string;
  onReason: (reason: string) => void;
  /** Asked: there is nothing more to do here. */
  onAsked: () => void;
}

/** Who would be promised less, and the request to a second person (S11). Shows nothing where nobody is. */
export function AskApproval({ versionId, effectiveFrom, phrases, retiring = false, ...typed }: Props) {
  const { inVain = false, reason, onReason, onAsked } = typed;
  const t = useWords();
  const notify = useNotify();
  const said = useRefusalText();
  // what was saved meanwhile is read anew by itself; that it is no longer what was asked for is said beside it
  const [refused, setRefused] = useState<ApiError>();
  const [ask, busy] = useWrite(PolicyCutProposeDocument, { say: false, onRefusal: setRefused });
  const read = useRead(PolicyVersionCutOfDocument, { id: versionId, effectiveFrom, retiring }, { keep: true });
  const send = async (version: number) => {
    setRefused(undefined);
    const { payload } = await ask({ versionId, version, effectiveFrom, retiring, reason });
    if (!payload) return;
    notify('policyGuard.cut.asked', { type: 'success' });
    onAsked();
  };
  return (
    <Part of={read} height={96}>
      {({ policyVersionCut: cut }) =>
        (cut.cuts as NamedCut[]).length === 0 || cut.approved ? null : (
          <Alert severity="warning" sx={{ '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
            <AlertTitle>{t('policyGuard.cut.title')}</AlertTitle>
            <CutDetails
              cuts={cut.cuts as NamedCut[]}
              phrases={phrases}
              affected={cut.affected}
              valueAtRisk={cut.valueAtRisk}
              currency={cut.currency}
              customers={cut.customers}
            />
            {!inVain && (
              <Box sx={{ display: 'grid', gap: 1, mt: 2 }}>
                <Typography variant="body2">{t('policyGuard.cut.explain')}</Typography>
                <TextField
                  label={t('policyGuard.cut.reason')}
                  value={reason}
                  onChange={(event) => onReason(event.target.value)}
                  multiline
                  minRows={2}
                  required
                />
                {refused && <Alert severity="error">{said(refused)}</Alert>}
                <Box>
                  <Button
                    variant="outlined"
                    disabled={busy || reason.trim() === ''}
                    onClick={() => void send(cut.version)}
                  >
                    {t('policyGuard.cut.ask')}
                  </Button>
                </Box>
              </Box>
            )}
          </Alert>
        )
      }
    </Part>
  );
}
