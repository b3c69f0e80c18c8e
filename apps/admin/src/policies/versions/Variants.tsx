import { Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { kindOf } from '@perennial/domain/policies/terms';
import { useState } from 'react';
import { required, TextInput } from 'react-admin';
import { Link, useNavigate } from 'react-router';
import { useRead } from '../../api/useRead.ts';
import { useWrite } from '../../api/useWrite.ts';
import { useMayWrite } from '../../auth/useStaff.ts';
import { useKnownRegions } from '../../customers/useKnown.ts';
import { useFormat } from '../../format/useFormat.ts';
import {
  PolicyVariantCreateDocument,
  PolicyVariantsOfDocument,
  type Language,
  type PolicyVariantsOfQuery,
} from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { KnownWordsInput } from '../../ui/KnownWordsInput.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Part } from '../../ui/Part.tsx';
import { policyNameIn } from '../policyIn.ts';
import type { PolicyFile } from '../version.ts';

type Variant = PolicyVariantsOfQuery['policyVariants'][number];

const page = (id: string) => `/policies/${encodeURIComponent(id)}/show`;

/** Where the promise differs (C45): the variants of a base, or how this variant differs from its base. */
export function Variants({ policy }: { policy: PolicyFile }) {
  const t = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const mayWrite = useMayWrite('policies');
  const [making, setMaking] = useState(false);
  const regions = useKnownRegions(making);
  const [make] = useWrite(PolicyVariantCreateDocument, { say: false });
  const read = useRead(PolicyVariantsOfDocument, { id: policy.id, language: language.replace('-', '_') as Language });
  return (
    <Panel
      title={t('policyGuard.variants.title')}
      action={
        mayWrite &&
        !policy.base && (
          <Button size="small" onClick={() => setMaking(true)}>
            {t('policyGuard.variants.new')}
          </Button>
        )
      }
    >
      {policy.base && (
        <Typography gutterBottom>
          {t('policyGuard.variants.baseOf')}{' '}
          <MuiLink component={Link} to={page(policy.base.id)}>
            {policyNameIn(policy.base, language)}
          </MuiLink>
        </Typography>
      )}
      <Part of={read} height={48}>
        {({ policyVariants }) =>
          policyVariants.length === 0 ? (
            <Typography color="textSecondary">{t('policyGuard.variants.none')}</Typography>
          ) : (
            <Box sx={{ display: 'grid', gap: 2 }}>
              {policyVariants.map((variant) => (
                <Differences key={variant.policyId} variant={variant} linked={variant.policyId !== policy.id} />
              ))}
            </Box>
          )
        }
      </Part>
      <FormDialog<{ name: string; regions: string[] }>
        open={making}
        title={t('policyGuard.variants.new')}
        action={t('policyGuard.variants.make')}
        maxWidth="xs"
        onClose={() => setMaking(false)}
        onSubmit={async (values) => {
          const { payload, errors } = await make({ baseId: policy.id, ...values });
          if (payload?.policy) await navigate(page(payload.policy.id));
          return errors;
        }}
      >
        <Typography>{t('policyGuard.variants.intro')}</Typography>
        <TextInput source="name" label={t('policyGuard.variants.name')} validate={required()} helperText={false} />
        <KnownWordsInput
          source="regions"
          label={t('policyGuard.variants.regions')}
          hint={t('policyGuard.variants.regionsHint')}
          of={regions}
          unknown="choices.noRegion"
          validate={required()}
        />
      </FormDialog>
    </Panel>
  );
}

function Differences({ variant, linked }: { variant: Variant; linked: boolean }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  return (
    <Box component="section" aria-label={variant.policy}>
      <Typography sx={{ fontWeight: 600 }}>
        {linked ? (
          <MuiLink component={Link} to={page(variant.policyId)}>
            {variant.policy}
          </MuiLink>
        ) : (
          variant.policy
        )}{' '}
        · {format.list(variant.regions)}
      </Typography>
      {variant.differences.length === 0 && (
        <Typography color="textSecondary">{t('policyGuard.variants.same')}</Typography>
      )}
      <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1 }}>
        {variant.differences.map((each) => (
          <li key={`${each.kind} ${each.termId}`}>
            <strong>{kindOf(each.kind).label[language]}</strong> · {t(`policyGuard.variants.${each.difference}`)}
            {each.base.length > 0 && (
              <Typography color="textSecondary">
                {format.pair(t('policyGuard.variants.base'), format.sentences(each.base))}
              </Typography>
            )}
            <Typography>{format.pair(t('policyGuard.variants.here'), format.sentences(each.variant))}</Typography>
          </li>
        ))}
      </Box>
    </Box>
  );
}
