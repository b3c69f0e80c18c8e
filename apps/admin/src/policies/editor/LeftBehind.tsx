import { Alert, AlertTitle, Box, Button } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useWrite } from '../../api/useWrite.ts';
import { PolicyVersionBeginDocument, PolicyVersionDraftFromDocument } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { LeaveDialog } from '../../ui/LeaveDialog.tsx';
import { useLeaveGuard } from '../../ui/useLeaveGuard.ts';
import type { PolicyFile } from '../version.ts';
import { carryOver, forgetUnsaved, leftBehindIn, type LeftBehind as Left } from './unsaved.ts';

interface Props {
  policy: PolicyFile;
  /** The draft, by its id, that what was written is in now. */
  onTaken: (versionId: string) => void;
}

/** Somebody else published or threw away a draft while something was written in it: what becomes of that. */
export function LeftBehind({ policy, onTaken }: Props) {
  // forgotten by hand it is gone, though nothing was read anew
  const [, setDropped] = useState(0);
  const left = leftBehindIn(policy);
  if (!left) return null;
  return <Told policy={policy} left={left} onTaken={onTaken} onDropped={() => setDropped((times) => times + 1)} />;
}

function Told({ policy, left, onTaken, onDropped }: Props & { left: Left; onDropped: () => void }) {
  const t = useWords();
  const notify = useNotify();
  const guard = useLeaveGuard(true);
  const [draftFrom, copying] = useWrite(PolicyVersionDraftFromDocument);
  const [begin, beginning] = useWrite(PolicyVersionBeginDocument);
  const busy = copying || beginning;
  const versions = policy.versions.nodes;
  const draft = versions.find(({ status }) => status === 'DRAFT');
  const source = versions.find(({ id }) => id === left.versionId) ?? versions[0];
  const takeInto = (to: { id: string; number: number }) => {
    if (carryOver(left.versionId, to)) onTaken(to.id);
    else notify('policyEditor.left.saveFirst', { type: 'warning', messageArgs: { number: to.number } });
  };
  const takeIntoNew = async () => {
    const { payload } = await (source ? draftFrom({ id: source.id }) : begin({ policyId: policy.id }));
    if (payload?.policyVersion) takeInto(payload.policyVersion);
  };
  const drop = () => {
    forgetUnsaved(left.versionId);
    onDropped();
  };
  return (
    <Alert severity="warning">
      <AlertTitle>{t(`policyEditor.left.${left.how}`, { number: left.number })}</AlertTitle>
      {t('policyEditor.left.text')}
      {left.comment !== '' && (
        <Box component="blockquote" sx={{ m: 0, mt: 1, pl: 1.5, borderLeft: 2, whiteSpace: 'pre-wrap' }}>
          {left.comment}
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button variant="contained" disabled={busy} onClick={() => (draft ? takeInto(draft) : void takeIntoNew())}>
          {draft ? t('policyEditor.left.takeInto', { number: draft.number }) : t('policyEditor.left.take')}
        </Button>
        <Button color="secondary" disabled={busy} onClick={drop}>
          {t('policyEditor.left.drop')}
        </Button>
      </Box>
      <LeaveDialog guard={guard} onLose={() => forgetUnsaved(left.versionId)} />
    </Alert>
  );
}
