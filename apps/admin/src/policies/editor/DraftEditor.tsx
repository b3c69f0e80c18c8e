import { Box, Button, Typography } from '@mui/material';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import { POLICY_STAGES } from '@perennial/domain/policies/policy';
import type { Term } from '@perennial/domain/policies/terms';
import { useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { errorKey } from '../../api/errors.ts';
import { useRefusalArgs } from '../../api/useRefusalText.ts';
import { useWrite } from '../../api/useWrite.ts';
import { PolicyVersionDiscardDocument, PolicyVersionSaveDocument } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { LeaveDialog } from '../../ui/LeaveDialog.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SideBySide } from '../../ui/SideBySide.tsx';
import { pageUndo } from '../../ui/undoKey.ts';
import { useLeaveGuard } from '../../ui/useLeaveGuard.ts';
import { useUndoableHere } from '../../ui/useUndoable.tsx';
import { policyNameIn } from '../policyIn.ts';
import type { PolicyFile, Version } from '../version.ts';
import { useInBase } from '../versions/useInBase.ts';
import { AddTerm } from './AddTerm.tsx';
import { Conflict } from './Conflict.tsx';
import type { Entry } from './draft.ts';
import { Preview } from './Preview.tsx';
import { Publish } from './Publish.tsx';
import { SaveBar } from './SaveBar.tsx';
import { StageGroup } from './StageGroup.tsx';
import { TermCard } from './TermCard.tsx';
import { changedSettings } from './settings.ts';
import { forgetUnsaved, unsentOn } from './unsaved.ts';
import { useDisputes } from './useDisputes.ts';
import { useDraft } from './useDraft.ts';
import { Wordings } from './Wordings.tsx';
import { VersionSettings } from './VersionSettings.tsx';

interface Props {
  policy: PolicyFile;
  version: Version;
  former: Version | undefined;
}

/** So many terms stand open at first; more would be a wall. */
const OPEN_AT_FIRST = 3;
const READ_FOR_MS = 10_000;

const stageOf = ({ term }: Entry) => termKinds.find((kind) => kind.kind === term.kind)?.stage ?? 'ALWAYS';

/** Terms left, how they read right: the editor writes sentences. */
export function DraftEditor({ policy, version, former }: Props) {
  const t = useWords();
  const notify = useNotify();
  const undoable = useUndoableHere();
  const language = useLanguage();
  const draft = useDraft(version, policy);
  const correct = useRef<readonly Term[]>([]);
  if (draft.faults === 0) correct.current = draft.terms;
  const disputes = useDisputes(draft);
  const inBase = useInBase(policy, correct.current);
  const [opened, setOpened] = useState<ReadonlySet<number>>(
    new Set(draft.entries.length <= OPEN_AT_FIRST ? draft.entries.map(({ key }) => key) : []),
  );
  const [discarding, setDiscarding] = useState(false);
  const queries = useQueryClient();
  const refusalArgs = useRefusalArgs();
  const [save, busy] = useWrite(PolicyVersionSaveDocument, {
    say: false,
    onRefusal: ({ code, problems: [problem] }) => {
      // what the other one saved is fetched and merged (see `useDraft`)
      if (code === 'VERSION_CONFLICT') {
        notify('policyEditor.conflict.joined', { type: 'warning', autoHideDuration: READ_FOR_MS });
        return;
      }
      // one that was published or thrown away is none; what becomes of what was written says `LeftBehind`
      if (code === 'NOT_FOUND') void queries.invalidateQueries();
      else if (problem && code !== 'VERSION_NOT_DRAFT')
        notify(errorKey(code), { type: 'error', messageArgs: refusalArgs(problem) });
    },
  });
  const [discard] = useWrite(PolicyVersionDiscardDocument);
  const guard = useLeaveGuard(draft.dirty);
  useEffect(() => pageUndo().forget, []);
  const here = useRef<HTMLDivElement>(null);
  const preview = useRef<HTMLDivElement>(null);

  const maySave = draft.dirty && draft.faults === 0 && !draft.clashing;
  const open = (key: number, yes: boolean) =>
    setOpened((now) => new Set(yes ? [...now, key] : [...now].filter((each) => each !== key)));
  const show = (key: number | undefined) => {
    if (key === undefined) return;
    open(key, true);
    setTimeout(() => {
      const card = here.current?.querySelector<HTMLElement>(`[data-term="${key}"]`);
      card?.scrollIntoView({ block: 'center' });
      (card?.querySelector<HTMLElement>('[aria-invalid=true]') ?? card?.querySelector('button'))?.focus();
    });
  };
  // whoever came for one term finds it open, once it is here
  const [search] = useSearchParams();
  const wanted = useRef(search.get('term'));
  useEffect(() => {
    const found = draft.entries.find(({ term }) => term.id === wanted.current);
    if (!found) return;
    wanted.current = null;
    show(found.key);
  });
  const keep = async (): Promise<boolean> => {
    const { terms, settings, words } = draft;
    const { pointIds, ...rest } = changedSettings(settings, draft.baseSettings);
    draft.sending();
    const input = { id: version.id, version: version.version, terms, ...words, ...rest };
    const { payload } = await save(pointIds ? { ...input, pointIds: [...pointIds] } : input);
    if (payload) notify('policies.editor.saved', { type: 'success' });
    return payload !== undefined;
  };
  const remove = (removed: Entry) => {
    const kind = termKinds.find((each) => each.kind === removed.term.kind);
    const at = draft.entries.indexOf(removed);
    draft.remove(removed.key);
    // whoever works by keyboard goes on with the term that took its place
    const neighbour = draft.entries[at + 1] ?? draft.entries[at - 1];
    setTimeout(() => here.current?.querySelector<HTMLElement>(`[data-term="${neighbour?.key}"] button`)?.focus());
    undoable(t('policyEditor.removed', { kind: kind?.label[language] ?? removed.term.kind }), () =>
      draft.restore(removed, at),
    );
  };
  const groups = POLICY_STAGES.map((stage) => ({
    stage,
    entries: draft.entries.filter((each) => stageOf(each) === stage),
  })).filter(({ entries }) => entries.length > 0);
  const allOpen = draft.entries.every(({ key }) => opened.has(key));
  return (
    <SideBySide shape="minmax(0, 1.2fr) minmax(0, 1fr)" from="lg">
      <Box ref={here} sx={{ minWidth: 0, scrollMarginTop: 72 }}>
        <Panel
          title={t('policies.editor.title', { number: version.number })}
          action={
            draft.entries.length > 1 && (
              <Button size="small" onClick={() => setOpened(new Set(allOpen ? [] : draft.entries.map((e) => e.key)))}>
                {t(allOpen ? 'policyEditor.closeAll' : 'policyEditor.openAll')}
              </Button>
            )
          }
        >
          <Box sx={{ display: 'grid', gap: 2 }}>
            <Conflict disputes={disputes} stranded={draft.stranded} />
            {draft.entries.length === 0 && (
              <Typography color="textSecondary">
                {policy.base
                  ? t('policyEditor.emptyVariant', { base: policyNameIn(policy.base, language) })
                  : t('policyEditor.empty')}
              </Typography>
            )}
            {groups.map(({ stage, entries }) => (
              <StageGroup key={stage} stage={stage} count={entries.length}>
                {entries.map((entry) => (
                  <Box key={entry.key} data-term={entry.key} sx={{ minWidth: 0 }}>
                    <TermCard
                      written={entry}
                      phrases={draft.words.phrases}
                      problems={draft.problems.get(entry.key) ?? new Map()}
                      inBase={inBase(entry.term)}
                      open={opened.has(entry.key)}
                      onToggle={() => open(entry.key, !opened.has(entry.key))}
                      onChange={(changed) => draft.change(entry.key, changed)}
                      onDuplicate={() => show(draft.duplicate(entry.key))}
                      onRemove={() => remove(entry)}
                    />
                  </Box>
                ))}
              </StageGroup>
            ))}
            <Box>
              <AddTerm onAdd={(kind) => show(draft.add(kind))} />
              <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
                {t('policyEditor.order')}
              </Typography>
            </Box>
          </Box>
        </Panel>
        <Box sx={{ mt: 2 }}>
          <Panel title={t('policyEditor.words.title')}>
            <Wordings
              terms={draft.terms}
              words={draft.words}
              rivals={draft.rivals}
              stranded={draft.stranded}
              onChange={draft.say}
            />
          </Panel>
        </Box>
        <Box sx={{ mt: 2 }}>
          <Panel title={t('policyEditor.settings.title')}>
            <VersionSettings settings={draft.settings} terms={draft.terms} onChoose={draft.choose} />
          </Panel>
        </Box>
        <Box sx={{ mt: 2, position: 'sticky', bottom: 8, zIndex: 2 }}>
          <SaveBar
            dirty={draft.dirty}
            busy={busy}
            faults={draft.faults}
            clashing={draft.clashing}
            empty={draft.terms.length === 0}
            maySave={maySave}
            onSave={() => void keep()}
            onShowProblem={() => {
              if (draft.clashing) here.current?.scrollIntoView();
              else show(draft.entries.find(({ key }) => draft.problems.get(key)?.size)?.key);
            }}
          >
            <Publish
              policy={policy}
              version={version}
              first={draft.terms.length === 0 ? 'addTerm' : draft.dirty || draft.faults > 0 ? 'saveFirst' : undefined}
            />
            {/* on a narrow window it stands below everything else */}
            <Button
              color="secondary"
              sx={{ display: { lg: 'none' } }}
              onClick={() => preview.current?.firstElementChild?.scrollIntoView({ block: 'start' })}
            >
              {t('policyEditor.preview.open')}
            </Button>
            <Button color="secondary" component={RouterLink} to={`/what-if/${encodeURIComponent(version.id)}`}>
              {t('whatIf.open')}
            </Button>
            <Button color="secondary" onClick={() => setDiscarding(true)}>
              {t('policies.editor.discard')}
            </Button>
          </SaveBar>
        </Box>
      </Box>
      <Box ref={preview} sx={{ display: 'contents', '& > *': { scrollMarginTop: 72 } }}>
        <Preview
          policy={policy}
          version={version}
          former={former}
          terms={correct.current}
          words={draft.words}
          settings={draft.settings}
          stale={draft.faults > 0}
        />
      </Box>
      <LeaveDialog guard={guard} onSave={maySave ? keep : undefined} onLose={draft.forget} />
      <ConfirmDialog
        open={discarding}
        title={t('policies.editor.discardTitle')}
        action={t('policies.editor.discard')}
        danger
        onConfirm={() => {
          forgetUnsaved(version.id);
          return discard({ id: version.id, version: version.version });
        }}
        onClose={() => setDiscarding(false)}
      >
        {t('policies.editor.discardText', { number: version.number })}
        {unsentOn(version.id).text !== '' && (
          <Typography sx={{ mt: 1 }}>{t('policies.editor.discardComment')}</Typography>
        )}
      </ConfirmDialog>
    </SideBySide>
  );
}
