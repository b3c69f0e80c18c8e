import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Tooltip,
  Typography,
} from '@mui/material';
import { addDays } from '@perennial/domain/shared/period';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useRead } from '../../api/useRead.ts';
import { useWrite } from '../../api/useWrite.ts';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { PolicyVersionChecksDocument, PolicyVersionPublishDocument } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Part } from '../../ui/Part.tsx';
import { useCloseGuard } from '../../ui/useCloseGuard.tsx';
import { AskApproval } from '../guard/AskApproval.tsx';
import type { PolicyFile, Version } from '../version.ts';
import { Checks, type PublishProblem } from '../versions/Checks.tsx';
import { worthAsking } from '../versions/checks.ts';
import { earliestDay, proposedDay } from './firstDay.ts';
import { phrasesAround } from './words.ts';

interface Props {
  policy: PolicyFile;
  version: Version;
  /** What has to be done before; undefined: it is saved, and nothing is wrong with it. */
  first: 'addTerm' | 'saveFirst' | undefined;
}

const datedOf = ({ id, number, status, effectiveFrom, effectiveTo }: Version) => ({
  id,
  number,
  status,
  effectiveFrom,
  effectiveTo: effectiveTo ?? null,
});

/** The first day that takes back nothing of what was promised, where refusals name it. */
function freeFrom(problems: readonly PublishProblem[] = []): string | undefined {
  return problems
    .filter(({ code }) => code === 'ALREADY_PROMISED' || code === 'CUT_IN_THE_PAST')
    .map(({ params }) => (params as { earliest?: unknown } | null | undefined)?.earliest)
    .filter((day) => typeof day === 'string')
    .sort()
    .at(-1);
}

/** Publishes a draft; before that it says what will happen to the version that is in force. */
export function Publish({ policy, version, first }: Props) {
  const t = useWords();
  const format = useFormat();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const [chosen, setFrom] = useState<string | undefined>();
  const [reason, setReason] = useState('');
  const close = () => {
    setOpen(false);
    setReason('');
  };
  const guard = useCloseGuard(() => reason.trim() !== '', close);
  const business = useBusiness();
  const approved = version.cuts.nodes.find(({ status, retiring }) => status === 'APPROVED' && !retiring)?.effectiveFrom;
  const siblings = policy.versions.nodes.map(datedOf);
  const known = {
    draft: datedOf(version),
    siblings,
    today: earliestDay(business, siblings, policy.base !== null),
    approved,
  };
  const wished = proposedDay({ ...known, free: undefined });
  // who bought already is known to the server only, which says from when on nobody did
  const tried = useRead(PolicyVersionChecksDocument, { id: version.id, effectiveFrom: wished }, { enabled: open });
  const from = chosen ?? proposedDay({ ...known, free: freeFrom(tried.data?.policyVersionCheck) });
  const [publish, busy] = useWrite(PolicyVersionPublishDocument);
  const closes = policy.versions.nodes.find(
    (each) =>
      each.status === 'PUBLISHED' &&
      each.effectiveFrom < from &&
      (each.effectiveTo === null || each.effectiveTo > from),
  );
  // by the very checks of publishing, for the day that is chosen
  const checks = useRead(
    PolicyVersionChecksDocument,
    { id: version.id, effectiveFrom: from },
    { enabled: open && !!from },
  );
  const problems = checks.data?.policyVersionCheck ?? [];
  const cut = problems.some(({ code }) => code === 'SERVICE_CUT');
  const pending = version.cuts.nodes.some(({ status, effectiveFrom: day }) => status === 'PENDING' && day === from);
  const clear = checks.data !== undefined && !problems.some(({ blocking }) => blocking);
  const go = async () => {
    const { payload } = await publish({ id: version.id, version: version.version, effectiveFrom: from });
    if (!payload) return;
    close();
    notify('policies.publish.done', { type: 'success', messageArgs: { number: version.number } });
  };
  const date = from ? format.date(from) : '…';
  // a policy for some regions is promised there only
  const regions = format.list(policy.regions);
  const [text, hint] =
    policy.regions.length === 0
      ? [t('policies.publish.text', { date }), t('policies.publish.fromHint')]
      : [t('policies.publish.textRegions', { date, regions }), t('policies.publish.fromHintRegions', { regions })];
  return (
    <>
      <Tooltip title={first ? t(`policies.publish.${first}`) : ''}>
        <span>
          <Button variant="contained" disabled={first !== undefined} onClick={() => setOpen(true)}>
            {t('policies.publish.open')}
          </Button>
        </span>
      </Tooltip>
      <Dialog open={open} onClose={guard.onClose} aria-labelledby="publish-title" maxWidth="sm" fullWidth>
        <DialogTitle id="publish-title">{t('policies.publish.title', { number: version.number })}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <TextField
            type="date"
            label={t('policies.publish.from')}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
            error={from === ''}
            helperText={from === '' ? t('errors.BAD_DATE') : hint}
            slotProps={{ inputLabel: { shrink: true } }}
            sx={{ mt: 1 }}
          />
          <Typography>{text}</Typography>
          {closes && (
            <Typography>
              {t('policies.publish.closes', { number: closes.number, date: format.date(addDays(from, -1)) })}
            </Typography>
          )}
          {open && from && (
            <Part of={checks} height={72}>
              {() => (
                <>
                  {/* "nothing stands in the way" is not said above something that does */}
                  {(!cut || problems.length > 1) && (
                    <Checks
                      problems={problems.filter(({ code }) => code !== 'SERVICE_CUT')}
                      policies={checks.data?.policies.nodes ?? []}
                    />
                  )}
                  {cut && !pending && approved !== undefined && approved < from && (
                    <Typography>{t('policyGuard.cut.dayPassed', { day: format.date(approved), date })}</Typography>
                  )}
                  {cut && pending && <Typography>{t('policyGuard.cut.asked')}</Typography>}
                  {cut && !pending && (
                    <AskApproval
                      versionId={version.id}
                      effectiveFrom={from}
                      phrases={phrasesAround(version, policy.versions.nodes)}
                      inVain={!worthAsking(problems)}
                      reason={reason}
                      onReason={setReason}
                      onAsked={close}
                    />
                  )}
                </>
              )}
            </Part>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{t('shell.form.cancel')}</Button>
          <Button variant="contained" disabled={busy || !from || !clear} onClick={() => void go()}>
            {t('policies.publish.action', { date })}
          </Button>
        </DialogActions>
        {guard.question}
      </Dialog>
    </>
  );
}
