import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { EVERYTHING } from '@perennial/domain/policies/applicability';
import { termKinds } from '@perennial/domain/policies/kinds/all';
import { defaultsOf } from '@perennial/domain/policies/kinds/form';
import { readTerms, type Term } from '@perennial/domain/policies/terms';
import { DomainError } from '@perennial/domain/shared/errors';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { errorKey } from '../../api/errors.ts';
import { useWrite } from '../../api/useWrite.ts';
import { PolicyVersionDiscardDocument, PolicyVersionSaveDocument } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { termsOf } from '../termsOf.ts';
import type { PolicyFile, Version } from '../version.ts';
import { Preview } from './Preview.tsx';
import { Publish } from './Publish.tsx';
import { TermEditor } from './TermEditor.tsx';

interface Props {
  policy: PolicyFile;
  version: Version;
  former: Version | undefined;
}

/** The first refusal of the rules' own reader, or nothing: the same check the server makes. */
function problemOf(terms: readonly Term[]): DomainError | undefined {
  try {
    readTerms(terms);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** A name that no term of the draft bears yet. */
function freshId(kind: string, terms: readonly Term[]): string {
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? kind : `${kind}-${n}`;
    if (!terms.some((term) => term.id === id)) return id;
  }
}

/** Terms left, how they read right: the editor writes sentences. */
export function DraftEditor({ policy, version, former }: Props) {
  const t = useWords();
  const translate = useTranslate();
  const notify = useNotify();
  const language = useLanguage();
  const saved = termsOf(version.terms);
  const [terms, setTerms] = useState<readonly Term[]>(saved);
  const [discarding, setDiscarding] = useState(false);
  const [save, busy] = useWrite(PolicyVersionSaveDocument);
  const [discard] = useWrite(PolicyVersionDiscardDocument);
  const problem = problemOf(terms);
  const dirty = JSON.stringify(terms) !== JSON.stringify(saved);
  const add = (name: string) => {
    const kind = termKinds.find((each) => each.kind === name);
    if (kind)
      setTerms([
        ...terms,
        { id: freshId(name, terms), kind: name, params: defaultsOf(kind.params), appliesTo: EVERYTHING },
      ]);
  };
  const keep = async () => {
    const { payload } = await save({ id: version.id, version: version.version, terms });
    if (payload) notify('policies.editor.saved', { type: 'success' });
  };
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
      }}
    >
      <Panel title={t('policies.editor.title', { number: version.number })}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          {terms.map((term, index) => (
            <TermEditor
              // The place is the identity here: the short name itself can be edited.
              key={`${index} ${term.kind}`}
              term={term}
              onChange={(changed) => setTerms(terms.map((each) => (each === term ? changed : each)))}
              onRemove={() => setTerms(terms.filter((each) => each !== term))}
            />
          ))}
          <TextField
            select
            label={t('policies.editor.add')}
            value=""
            onChange={(event) => add(event.target.value)}
            slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          >
            <option value="">{t('shell.form.choose')}</option>
            {termKinds.map((kind) => (
              <option key={kind.kind} value={kind.kind}>
                {kind.label[language]}
              </option>
            ))}
          </TextField>
          {problem && (
            <Alert severity="warning">
              {t('policies.editor.problem')}{' '}
              {translate(errorKey(problem.code), { ...problem.params, _: problem.message })}
            </Alert>
          )}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <Button variant="outlined" disabled={!dirty || busy || problem !== undefined} onClick={() => void keep()}>
              {t('policies.editor.save')}
            </Button>
            <Publish policy={policy} version={version} ready={!dirty && !problem && terms.length > 0} />
            <Button color="secondary" onClick={() => setDiscarding(true)}>
              {t('policies.editor.discard')}
            </Button>
            {dirty && (
              <Typography variant="body2" color="textSecondary" role="status">
                {t('policies.editor.unsaved')}
              </Typography>
            )}
          </Box>
        </Box>
      </Panel>
      <Preview policy={policy} version={version} former={former} terms={problem ? saved : terms} />
      <ConfirmDialog
        open={discarding}
        title={t('policies.editor.discardTitle')}
        action={t('policies.editor.discard')}
        danger
        onConfirm={() => discard({ id: version.id, version: version.version })}
        onClose={() => setDiscarding(false)}
      >
        {t('policies.editor.discardText', { number: version.number })}
      </ConfirmDialog>
    </Box>
  );
}
