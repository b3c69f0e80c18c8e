import { Box, Button, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { kindLabel } from '@perennial/domain/policies/kinds/all';
import { exclusions } from '@perennial/domain/policies/kinds/exclusions';
import { useState } from 'react';
import { SelectInput, required, useNotify } from 'react-admin';
import { Link as RouterLink, useNavigate } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useFormat } from '../format/useFormat.ts';
import { PolicyGapDraftDocument, PolicyGapsDocument, type PolicyGapsQuery } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { policyNameIn } from '../policies/policyIn.ts';
import { versionPath } from '../policies/versionPath.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Panel } from '../ui/Panel.tsx';
import { WideTable } from '../ui/WideTable.tsx';
import { Part } from '../ui/Part.tsx';
import { policyFor } from './policyFor.ts';

/** The kind of term that declares what is not served (C48). */
const EXCLUSIONS = exclusions.kind;

type Gap = PolicyGapsQuery['policyGaps'][number];

/** What customers came with and no promise spoke of; a group becomes a term of a draft with one click. */
export function Gaps() {
  const t = useWords();
  const read = useRead(PolicyGapsDocument, {});
  return (
    <Box sx={{ mt: 2 }}>
      <Panel title={t('whatIf.gaps.title')}>
        <Part of={read}>{(found) => <Found {...found} />}</Part>
      </Panel>
    </Box>
  );
}

function Found({ policyGaps: gaps, policies }: PolicyGapsQuery) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const navigate = useNavigate();
  const notify = useNotify();
  const mayWrite = useMayWrite('policies');
  const [chosen, choose] = useState<Gap | undefined>();
  const [draft] = useWrite(PolicyGapDraftDocument, { say: false });
  const kindIn = (kind: string) => kindLabel(kind, language);
  // of what nobody promises the kind says only what a term would declare
  const aboutOf = ({ kind, asked }: Gap) => {
    if (asked.length === 0) return kindIn(kind);
    const named = format.list(asked);
    return kind === EXCLUSIONS
      ? t('whatIf.gaps.asked', { named })
      : t('whatIf.gaps.askedAs', { kind: kindIn(kind), named });
  };
  const known = policies.nodes;
  // a term stands in a policy; without one there is nothing to press, but something to read
  const mayDraft = mayWrite && known.length > 0;
  if (gaps.length === 0) return <Typography color="textSecondary">{t('whatIf.gaps.none')}</Typography>;
  return (
    <>
      <Typography color="textSecondary" gutterBottom>
        {t('whatIf.gaps.intro')}
      </Typography>
      {mayWrite && known.length === 0 && (
        <Typography gutterBottom>
          {t('whatIf.gaps.noPolicy')}
          {format.gap}
          <Link component={RouterLink} to="/policies">
            {t('whatIf.gaps.toPolicies')}
          </Link>
        </Typography>
      )}
      <WideTable label={t('whatIf.gaps.title')} maxHeight={320}>
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell>{t('whatIf.gaps.kind')}</TableCell>
              <TableCell>{t('whatIf.gaps.who')}</TableCell>
              <TableCell align="right">{t('whatIf.gaps.claims')}</TableCell>
              <TableCell align="right">{t('whatIf.gaps.value')}</TableCell>
              {mayDraft && <TableCell>{t('whatIf.gaps.action')}</TableCell>}
            </TableRow>
          </TableHead>
          <TableBody>
            {gaps.map((gap) => (
              <TableRow key={`${gap.kind} ${gap.region} ${gap.segment} ${gap.category ?? ''}`}>
                <TableCell component="th" scope="row">
                  {aboutOf(gap)}
                </TableCell>
                <TableCell>{whoOf(gap, t)}</TableCell>
                <TableCell align="right">{format.number(gap.claims)}</TableCell>
                <TableCell align="right">{format.money(gap.value, gap.currency)}</TableCell>
                {mayDraft && (
                  <TableCell>
                    <Button
                      size="small"
                      onClick={() => choose(gap)}
                      aria-label={t('whatIf.gaps.draftFor', { who: whoOf(gap, t) })}
                    >
                      {t('whatIf.gaps.draft')}
                    </Button>
                  </TableCell>
                )}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </WideTable>
      <FormDialog<{ policyId: string }>
        open={chosen !== undefined}
        title={t('whatIf.gaps.dialog')}
        action={t('whatIf.gaps.draft')}
        values={{ policyId: (chosen && policyFor(known, chosen.region)?.id) ?? '' }}
        maxWidth="xs"
        onClose={() => choose(undefined)}
        onSubmit={async ({ policyId }) => {
          if (!chosen) return undefined;
          const { kind, region, segment, category, asked } = chosen;
          const { payload, errors } = await draft({
            policyId,
            kind,
            region,
            segment,
            category: category ?? null,
            asked: [...asked],
          });
          const version = payload?.policyVersion;
          if (version?.policy) {
            await navigate(versionPath(version.policy.id, version.id, payload?.termId));
            notify(t('whatIf.gaps.made', { kind: kindIn(kind), number: version.number }), { type: 'success' });
          }
          return errors;
        }}
      >
        <Typography>
          {chosen &&
            (chosen.kind === EXCLUSIONS
              ? t('whatIf.gaps.textExcluded', { named: format.list(chosen.asked), who: whoOf(chosen, t) })
              : t('whatIf.gaps.text', { kind: kindIn(chosen.kind), who: whoOf(chosen, t) }))}
        </Typography>
        <SelectInput
          source="policyId"
          label={t('whatIf.gaps.policy')}
          validate={required()}
          helperText={false}
          choices={known.map((policy) => ({ id: policy.id, name: policyNameIn(policy, language) }))}
        />
      </FormDialog>
    </>
  );
}

const SEGMENTS = ['KEY', 'STANDARD', 'PROSPECT'] as const;

function whoOf(gap: Gap, t: ReturnType<typeof useWords>): string {
  const segment = SEGMENTS.find((each) => each === gap.segment);
  const parts = [gap.region, segment ? t(`values.Segment.${segment}`) : gap.segment, gap.category];
  return parts.filter(Boolean).join(' · ');
}
