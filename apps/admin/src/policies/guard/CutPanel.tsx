import { Box, Button, TextField, Typography } from '@mui/material';
import type { PhrasesOfBoth } from '@perennial/domain/policies/sentences/worse';
import { useState, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import { useRead } from '../../api/useRead.ts';
import { useWrite } from '../../api/useWrite.ts';
import { useMayWrite, useStaff } from '../../auth/useStaff.ts';
import { useFormat } from '../../format/useFormat.ts';
import { PolicyCutApproveDocument, PolicyCutRejectDocument, PolicyVersionChecksDocument } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Part } from '../../ui/Part.tsx';
import { IntroChange } from '../Changes.tsx';
import { introChange, phrasesAround, wordsOf } from '../editor/words.ts';
import type { PolicyFile, Version } from '../version.ts';
import { CutDetails, type NamedCut } from './CutDetails.tsx';

type Wish = Version['cuts']['nodes'][number];

interface Props {
  policy: PolicyFile;
  version: Version;
  /** The version before it. */
  former: Version | undefined;
  /** Called before a decision is sent, so that whoever decided goes on reading what was decided on. */
  onDecide: () => void;
}

/**
 * The newest wish to promise less, for the second person to decide on (S11), and those that were refused before it;
 * nothing where there never was one.
 */
export function CutPanel({ policy, version, former, onDecide }: Props) {
  const language = useLanguage();
  const [newest] = version.cuts.nodes;
  // what came of it shows in the version itself
  const over = (!newest?.retiring && version.status !== 'DRAFT') || version.status === 'RETIRED';
  const wish = over ? undefined : newest;
  const phrases = phrasesAround(version, policy.versions.nodes);
  const intro =
    former && !newest?.retiring ? introChange(wordsOf(former, policy), wordsOf(version, policy), language) : undefined;
  return (
    <>
      {wish && (
        <Decide key={wish.id} wish={wish} version={version} phrases={phrases} onDecide={onDecide}>
          {intro && (
            <div>
              <IntroChange {...intro} />
            </div>
          )}
        </Decide>
      )}
      <Refused
        phrases={phrases}
        wishes={version.cuts.nodes.filter((each) => each.status === 'REJECTED' && each !== wish)}
      />
    </>
  );
}

/** Refusals stay to be seen, whatever was allowed afterwards: who asks again should not look like the first to ask. */
function Refused({ wishes, phrases }: { wishes: readonly Wish[]; phrases: PhrasesOfBoth }) {
  const t = useWords();
  const format = useFormat();
  if (wishes.length === 0) return null;
  return (
    <Panel title={t('policyGuard.wish.refused')}>
      <Typography color="textSecondary" gutterBottom>
        {t('policyGuard.wish.refusedIntro')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1.5 }}>
        {wishes.map((wish) => (
          <li key={wish.id}>
            <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{wish.reason}</Typography>
            <Typography variant="body2" color="textSecondary">
              {t('policyGuard.wish.by', { who: wish.proposedBy, date: format.time(wish.proposedAt) })}
            </Typography>
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
              {t('policyGuard.wish.refusedBy', {
                who: wish.decidedBy ?? '',
                date: wish.decidedAt ? format.time(wish.decidedAt) : '',
                note: wish.note ?? t('policyGuard.wish.noNote'),
              })}
            </Typography>
            <details>
              <summary>{t('policyGuard.cut.title')}</summary>
              <CutDetails
                cuts={wish.cuts as NamedCut[]}
                phrases={phrases}
                affected={wish.affected}
                valueAtRisk={wish.valueAtRisk.amount}
                currency={wish.valueAtRisk.currency}
              />
            </details>
          </li>
        ))}
      </Box>
    </Panel>
  );
}

interface Wished {
  wish: Wish;
  version: Version;
  phrases: PhrasesOfBoth;
  onDecide: () => void;
  /** What changes besides what is promised less. */
  children: ReactNode;
}

function Decide({ wish, version, phrases, onDecide, children }: Wished) {
  const t = useWords();
  const format = useFormat();
  const notify = useNotify();
  const staff = useStaff();
  const mayWrite = useMayWrite('policies');
  const [note, setNote] = useState('');
  const [approve, approving] = useWrite(PolicyCutApproveDocument);
  const [reject, rejecting] = useWrite(PolicyCutRejectDocument);
  const input = { id: wish.id, ...(note.trim() ? { note: note.trim() } : {}) };
  const busy = approving || rejecting;
  const date = format.date(wish.effectiveFrom);
  const pending = wish.status === 'PENDING';
  const decide = async (send: typeof approve | typeof reject, done: 'doneApproved' | 'doneRejected') => {
    onDecide();
    const { payload } = await send(input);
    if (!payload) return;
    notify(`policyGuard.wish.${wish.retiring ? (`${done}Retire` as const) : done}`, {
      type: 'success',
      messageArgs: { number: version.number, date },
    });
  };
  const own = staff?.email === wish.proposedBy;
  return (
    <Panel
      title={t(wish.retiring ? 'policyGuard.wish.titleRetire' : 'policyGuard.wish.title', { date })}
      tone={wish.status === 'APPROVED' ? 'success' : pending ? 'warning' : undefined}
      action={<Typography color="textSecondary">{t(`values.PolicyCutStatus.${wish.status}`)}</Typography>}
    >
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <Box>
          <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{wish.reason}</Typography>
          <Typography variant="body2" color="textSecondary">
            {t('policyGuard.wish.by', { who: wish.proposedBy, date: format.time(wish.proposedAt) })}
          </Typography>
        </Box>
        <CutDetails
          cuts={wish.cuts as NamedCut[]}
          phrases={phrases}
          affected={wish.affected}
          valueAtRisk={wish.valueAtRisk.amount}
          currency={wish.valueAtRisk.currency}
        />
        {children}
        {wish.decidedBy && wish.decidedAt && (
          <Typography variant="body2" color="textSecondary">
            {t('policyGuard.wish.decided', { who: wish.decidedBy, date: format.time(wish.decidedAt) })}
            {wish.note && ` · ${wish.note}`}
          </Typography>
        )}
        {wish.status === 'APPROVED' && <Approved wish={wish} versionId={version.id} />}
        {wish.status === 'REJECTED' && <Typography>{t('policyGuard.wish.rejected')}</Typography>}
        {wish.status === 'VOID' && <Typography>{t('policyGuard.wish.void')}</Typography>}
        {pending && own && <Typography>{t('policyGuard.wish.own')}</Typography>}
        {pending && !own && mayWrite && (
          <>
            <TextField
              label={t('policyGuard.wish.note')}
              value={note}
              onChange={(event) => setNote(event.target.value)}
              multiline
            />
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              <Button variant="contained" disabled={busy} onClick={() => void decide(approve, 'doneApproved')}>
                {t('policyGuard.wish.approve')}
              </Button>
              <Button variant="outlined" disabled={busy} onClick={() => void decide(reject, 'doneRejected')}>
                {t('policyGuard.wish.reject')}
              </Button>
            </Box>
          </>
        )}
      </Box>
    </Panel>
  );
}

/** A day for which somebody bought since, or that has come, is not one any more, approved or not. */
const PASSED = new Set(['ALREADY_PROMISED', 'CUT_IN_THE_PAST']);

function Approved({ wish, versionId }: { wish: Wish; versionId: string }) {
  const t = useWords();
  const format = useFormat();
  const { effectiveFrom, retiring } = wish;
  const read = useRead(PolicyVersionChecksDocument, { id: versionId, effectiveFrom }, { enabled: !retiring });
  if (retiring) return <Typography>{t('policyGuard.wish.approvedRetire')}</Typography>;
  return (
    <Part of={read} height={24}>
      {({ policyVersionCheck: problems }) => (
        <Typography>
          {problems.some(({ code }) => PASSED.has(code))
            ? t('policyGuard.wish.approvedPassed', { date: format.date(effectiveFrom) })
            : t('policyGuard.wish.approved')}
        </Typography>
      )}
    </Part>
  );
}
