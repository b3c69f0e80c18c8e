import { Box } from '@mui/material';
import { POLICY_STAGES } from '@perennial/domain/policies/policy';
import { NumberInput, SelectInput, TextInput, required } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { useKnownRegions } from '../customers/useKnown.ts';
import { PolicyUpdateDocument, type PolicyUpdateInput } from '../gql/graphql.ts';
import { languages } from '../i18n/languages.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { KnownWordsInput } from '../ui/KnownWordsInput.tsx';
import type { PolicyFile } from './version.ts';

interface Props {
  policy: PolicyFile;
  /** A version of it is or was public: where it is promised is a part of what was promised. */
  promised: boolean;
  open: boolean;
  onClose: () => void;
}

/** What a policy is called, for whom and where it is found in public; its promises are in its versions. */
export function EditPolicy({ policy, promised, open, onClose }: Props) {
  const t = useWords();
  const [update] = useWrite(PolicyUpdateDocument, { say: false });
  const known = useKnownRegions(open && !promised);
  const { id, version, name, description, stage, slug, probeDays, regions, words } = policy;
  return (
    <FormDialog<Omit<PolicyUpdateInput, 'id' | 'version'>>
      open={open}
      title={t('policies.edit')}
      values={{ name, description, stage, slug, probeDays, regions, words: words ?? {} }}
      of="Policy"
      version={version}
      onClose={onClose}
      onSubmit={async ({ regions: entered, words: said, ...values }) => {
        const where = promised ? {} : { regions: entered };
        return (await update({ ...values, ...where, words: filledIn(said), id, version })).errors;
      }}
    >
      <TextInput source="name" label={t('policies.name')} validate={required()} helperText={false} />
      <TextInput
        source="description"
        label={t('policies.description')}
        helperText={t('policyGuard.settings.descriptionHint')}
        multiline
        minRows={2}
      />
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
      {!promised && (
        <KnownWordsInput
          source="regions"
          label={t('policyGuard.settings.regions')}
          of={known}
          unknown="choices.noRegion"
        />
      )}
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
