import { Box, Button } from '@mui/material';
import { POLICY_STAGES } from '@perennial/domain/policies/policy';
import { covers } from '@perennial/domain/shared/period';
import { useState } from 'react';
import { NumberInput, SelectInput, TextInput, required } from 'react-admin';
import { Link as RouterLink, useParams, useSearchParams } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { PolicyPageDocument, PolicyUpdateDocument, type PolicyUpdateInput } from '../gql/graphql.ts';
import { languages } from '../i18n/languages.ts';
import { useWords } from '../i18n/useWords.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Page } from '../ui/Page.tsx';
import { PagePart } from '../ui/PagePart.tsx';
import { wordsIn, WordsInput } from '../ui/WordsInput.tsx';
import { CharterLinks } from './CharterLinks.tsx';
import { CutPanel } from './guard/CutPanel.tsx';
import { Comments } from './versions/Comments.tsx';
import { DraftComments } from './versions/TermComments.tsx';
import { Variants } from './versions/Variants.tsx';
import { DraftEditor } from './editor/DraftEditor.tsx';
import { PromiseText } from './PromiseText.tsx';
import type { PolicyFile } from './version.ts';
import { VersionLine } from './VersionLine.tsx';

/** One policy: its versions on a time line, what the chosen one promises, and the editor of a draft. */
export default function PolicyPage() {
  const { id = '' } = useParams();
  const read = useRead(PolicyPageDocument, { id });
  return <PagePart of={read}>{({ policy }) => (policy ? <Loaded policy={policy} /> : <NotFound />)}</PagePart>;
}

function Loaded({ policy }: { policy: PolicyFile }) {
  const t = useWords();
  const { asOf } = useBusiness();
  const mayWrite = useMayWrite('policies');
  const [editing, setEditing] = useState(false);
  const [update] = useWrite(PolicyUpdateDocument, { say: false });
  const versions = policy.versions.nodes;
  const inForce = versions.find(
    (each) => each.status !== 'DRAFT' && covers({ from: each.effectiveFrom, to: each.effectiveTo }, asOf),
  );
  // whoever opens the page finds first what waits for a decision
  const waiting = versions.find((each) => each.cuts.nodes[0]?.status === 'PENDING');
  // in the address, so that a link can lead to a version
  const [search, setSearch] = useSearchParams();
  const choose = (id: string) => setSearch({ version: id }, { replace: true });
  const chosen = versions.find((each) => each.id === search.get('version')) ?? waiting ?? inForce ?? versions[0];
  const former = versions.find(
    (each) => chosen !== undefined && each.number < chosen.number && each.status !== 'DRAFT',
  );
  const { id, version, name, description, stage, slug, probeDays, regions, words } = policy;
  // where it is promised is a part of what was promised
  const promised = versions.some((each) => each.status !== 'DRAFT');
  return (
    <Page
      title={name}
      intro={description || t(`values.PolicyStage.${stage}`)}
      actions={
        <>
          {versions.some((each) => each.status !== 'DRAFT') && <CharterLinks slug={policy.slug} />}
          {chosen && chosen.status !== 'DRAFT' && (
            <Button color="secondary" component={RouterLink} to={`/what-if/${encodeURIComponent(chosen.id)}`}>
              {t('whatIf.open')}
            </Button>
          )}
          {mayWrite && (
            <Button color="secondary" onClick={() => setEditing(true)}>
              {t('policies.edit')}
            </Button>
          )}
        </>
      }
    >
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '248px minmax(0, 1fr)' },
        }}
      >
        <VersionLine
          versions={versions}
          chosen={chosen}
          inForce={inForce}
          mayWrite={mayWrite}
          onChoose={(each) => choose(each.id)}
        />
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          {chosen && <CutPanel version={chosen} />}
          {chosen &&
            (chosen.status === 'DRAFT' && mayWrite ? (
              <DraftComments value={chosen.comments.nodes}>
                <DraftEditor key={chosen.id} policy={policy} version={chosen} former={former} />
              </DraftComments>
            ) : (
              <PromiseText version={chosen} former={former} />
            ))}
          {chosen?.status === 'DRAFT' && mayWrite && <Comments key={`comments of ${chosen.id}`} version={chosen} />}
          <Variants key={policy.id} policy={policy} />
        </Box>
      </Box>
      <FormDialog<Omit<PolicyUpdateInput, 'id' | 'version'>>
        open={editing}
        title={t('policies.edit')}
        values={{ name, description, stage, slug, probeDays, regions, words: words ?? {} }}
        onClose={() => setEditing(false)}
        onSubmit={async ({ regions: entered, words: said, ...values }) => {
          const where = promised ? {} : { regions: wordsIn(entered) };
          return (await update({ ...values, ...where, words: filledIn(said), id, version })).errors;
        }}
      >
        <TextInput source="name" label={t('policies.name')} validate={required()} helperText={false} />
        <TextInput source="description" label={t('policies.description')} helperText={false} multiline minRows={2} />
        <SelectInput
          source="stage"
          label={t('policies.stage')}
          helperText={false}
          choices={POLICY_STAGES.map((each) => ({ id: each, name: t(`values.PolicyStage.${each}`) }))}
        />
        <TextInput
          source="slug"
          label={t('policyGuard.settings.slug')}
          helperText={t('policyGuard.settings.slugHint')}
          validate={required()}
        />
        <NumberInput
          source="probeDays"
          label={t('policyGuard.settings.probeDays')}
          helperText={false}
          min={1}
          max={366}
          step={1}
          validate={required()}
        />
        {!promised && <WordsInput source="regions" label={t('policyGuard.settings.regions')} helperText={false} />}
        {languages.map(({ locale, name: language }) => (
          <Box key={locale} sx={{ display: 'grid', gap: 1 }}>
            <TextInput
              source={`words.${locale}.name`}
              label={t('policyGuard.settings.inLanguage', { field: t('policies.name'), language })}
              helperText={false}
            />
            <TextInput
              source={`words.${locale}.description`}
              label={t('policyGuard.settings.inLanguage', { field: t('policies.description'), language })}
              helperText={false}
              multiline
            />
          </Box>
        ))}
      </FormDialog>
    </Page>
  );
}

/** A language is given with a name or not at all. */
function filledIn(words: unknown): Record<string, { name: string; description: string }> {
  const given = (words ?? {}) as Record<string, { name?: string | null; description?: string | null } | null>;
  return Object.fromEntries(
    Object.entries(given).flatMap(([language, said]) =>
      said?.name?.trim() ? [[language, { name: said.name.trim(), description: said.description ?? '' }]] : [],
    ),
  );
}
