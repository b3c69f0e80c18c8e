import { Box, Button, ButtonBase } from '@mui/material';
import { standingOn } from '@perennial/domain/policies/version';
import { addDays } from '@perennial/domain/shared/period';
import { useState } from 'react';
import { useWrite } from '../api/useWrite.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { PolicyVersionDraftFromDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import type { Version } from './version.ts';
import { NoVersion } from './versions/NoVersion.tsx';
import { RetireDialog } from './versions/RetireDialog.tsx';

interface Props {
  policyId: string;
  versions: readonly Version[];
  chosen: Version | undefined;
  inForce: Version | undefined;
  mayWrite: boolean;
  onChoose: (versionId: string) => void;
}

/** The versions of a policy on a line, newest first; a version is chosen to be read. */
export function VersionLine({ policyId, versions, chosen, inForce, mayWrite, onChoose }: Props) {
  const t = useWords();
  const { asOf } = useBusiness();
  // what ends by tomorrow cannot be ended any sooner
  const tomorrow = addDays(asOf, 1);
  const [retiring, setRetiring] = useState<Version | undefined>();
  const [draftFrom, busy] = useWrite(PolicyVersionDraftFromDocument);
  const hasDraft = versions.some((each) => each.status === 'DRAFT');
  const begin = async (version: Version) => {
    const { payload } = await draftFrom({ id: version.id });
    if (payload?.policyVersion) onChoose(payload.policyVersion.id);
  };
  return (
    <Panel title={t('policies.versions.title')}>
      {versions.length === 0 && <NoVersion policyId={policyId} mayWrite={mayWrite} onBegun={onChoose} />}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, borderLeft: 2, borderColor: 'divider' }}>
        {versions.map((version) => (
          <Box component="li" key={version.id} sx={{ pl: 1.5, pb: 1, position: 'relative' }}>
            <Box
              aria-hidden
              sx={{
                position: 'absolute',
                left: -7,
                top: 12,
                width: 12,
                height: 12,
                borderRadius: 6,
                border: 2,
                borderColor: version === inForce ? 'primary.main' : 'text.secondary',
                bgcolor: version === inForce ? 'primary.main' : 'background.paper',
              }}
            />
            <ButtonBase
              aria-pressed={version.id === chosen?.id}
              onClick={() => onChoose(version.id)}
              sx={{
                display: 'block',
                width: '100%',
                textAlign: 'left',
                font: 'inherit',
                p: 1,
                borderRadius: 1,
                bgcolor: version.id === chosen?.id ? 'action.selected' : 'transparent',
              }}
            >
              <VersionSaid version={version} inForce={version === inForce} />
            </ButtonBase>
            {mayWrite && version.id === chosen?.id && (
              <Box sx={{ display: 'flex', flexWrap: 'wrap' }}>
                {!hasDraft && (
                  <Button size="small" disabled={busy} onClick={() => void begin(version)}>
                    {t('policies.versions.draftFrom')}
                  </Button>
                )}
                {version.status === 'PUBLISHED' && (version.effectiveTo ?? '9999') > tomorrow && (
                  <Button size="small" color="secondary" onClick={() => setRetiring(version)}>
                    {t('policies.versions.retire')}
                  </Button>
                )}
              </Box>
            )}
          </Box>
        ))}
      </Box>
      {retiring && <RetireDialog key={retiring.id} version={retiring} onClose={() => setRetiring(undefined)} />}
    </Panel>
  );
}

const STANDINGS = {
  DRAFT: 'values.PolicyVersionStatus.DRAFT',
  COMING: 'policies.versions.coming',
  IN_FORCE: 'policies.versions.inForce',
  ENDED: 'policies.versions.ended',
  RETIRED: 'values.PolicyVersionStatus.RETIRED',
} as const;

function VersionSaid({ version, inForce }: { version: Version; inForce: boolean }) {
  const t = useWords();
  const format = useFormat();
  const { asOf } = useBusiness();
  const from = format.date(version.effectiveFrom);
  const [cut] = version.cuts.nodes;
  const status = t(STANDINGS[inForce ? 'IN_FORCE' : standingOn(asOf, version)]);
  return (
    <>
      <Box component="span" sx={{ fontWeight: 600, display: 'block' }}>
        {t('policies.versionNumber', { number: version.number })} · {status}
      </Box>
      <Box component="span" sx={{ color: 'text.secondary', display: 'block' }}>
        {version.effectiveTo === version.effectiveFrom
          ? t('policies.versions.never', { date: from })
          : version.effectiveTo
            ? t('policies.versions.fromTo', { from, to: format.date(addDays(version.effectiveTo, -1)) })
            : t('policies.versions.from', { date: from })}
      </Box>
      {version.status !== 'DRAFT' && (
        <Box component="span" sx={{ color: 'text.secondary', display: 'block' }}>
          {t('policies.versions.purchases', { smart_count: version.purchases })}
        </Box>
      )}
      {version.publishedAt && (
        <Box component="span" sx={{ color: 'text.secondary', display: 'block', overflowWrap: 'anywhere' }}>
          {t('policies.versions.publishedBy', {
            date: format.day(version.publishedAt),
            who: version.publishedBy === 'system' ? t('audit.kind.system') : (version.publishedBy ?? ''),
          })}
        </Box>
      )}
      {cut?.status === 'APPROVED' && cut.decidedAt && (
        <Box component="span" sx={{ color: 'text.secondary', display: 'block', overflowWrap: 'anywhere' }}>
          {t('policyGuard.wish.approvedBy', { who: cut.decidedBy ?? '', date: format.day(cut.decidedAt) })}
        </Box>
      )}
      {cut?.status === 'PENDING' && (
        <Box component="span" sx={{ color: 'warning.main', display: 'block' }}>
          {t('policyGuard.cut.title')} · {t('values.PolicyCutStatus.PENDING')}
        </Box>
      )}
    </>
  );
}
