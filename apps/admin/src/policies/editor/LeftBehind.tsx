import { Alert, AlertTitle, Box, Button, Typography } from '@mui/material';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useWrite } from '../../api/useWrite.ts';
import { PolicyVersionBeginDocument, PolicyVersionDraftFromDocument } from '../../gql/graphql.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { LeaveDialog } from '../../ui/LeaveDialog.tsx';
import { useLeaveGuard } from '../../ui/useLeaveGuard.ts';
import { Changes } from '../Changes.tsx';
import type { PolicyFile } from '../version.ts';
import type { Draft } from './draft.ts';
import { typedIn } from './typed.ts';
import { carryOver, forgetUnsaved, leftBehindIn, unsavedIn, type LeftBehind as Left } from './unsaved.ts';

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
  const typed = unsavedIn(left.versionId);
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
      {typed && <TypedTerms draft={typed} regions={policy.base ? policy.regions : []} />}
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

/** What was written in the draft, folded: to be read before it is taken along or thrown away. */
function TypedTerms({ draft, regions }: { draft: Draft; regions: readonly string[] }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const { unread, ...typed } = typedIn(draft, regions, language);
  const called = (name: string) => termKinds.find(({ kind }) => kind === name)?.label[language] ?? name;
  return (
    <Box component="details" sx={{ mt: 1, '& summary': { cursor: 'pointer', minHeight: 32, lineHeight: '32px' } }}>
      <summary>{t('policyEditor.left.typed')}</summary>
      <Changes {...typed} />
      {unread.length > 0 && (
        <Typography>{t('policyEditor.left.unread', { terms: format.list(unread.map(called)) })}</Typography>
      )}
    </Box>
  );
}
