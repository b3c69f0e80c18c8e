import { Box, Button } from '@mui/material';
import { wordingOf } from '@perennial/domain/policies/phrases';
import { covers } from '@perennial/domain/shared/period';
import { useState } from 'react';
import { Link as RouterLink, useParams, useSearchParams } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { PolicyPageDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { Page } from '../ui/Page.tsx';
import { PagePart } from '../ui/PagePart.tsx';
import { SideBySide } from '../ui/SideBySide.tsx';
import { CharterLinks } from './CharterLinks.tsx';
import { CutPanel } from './guard/CutPanel.tsx';
import { Comments } from './versions/Comments.tsx';
import { DraftComments } from './versions/TermComments.tsx';
import { Variants } from './versions/Variants.tsx';
import { DraftEditor } from './editor/DraftEditor.tsx';
import { LeftBehind } from './editor/LeftBehind.tsx';
import { EditPolicy } from './EditPolicy.tsx';
import { wordsOf } from './editor/words.ts';
import { policyIn, policyNameIn } from './policyIn.ts';
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
  const language = useLanguage();
  const { asOf } = useBusiness();
  const mayWrite = useMayWrite('policies');
  const [editing, setEditing] = useState(false);
  // the editor begins anew with what was taken into its draft
  const [taken, setTaken] = useState(0);
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
  const said = chosen ? wordsOf(chosen, policy) : undefined;
  const intro = said ? wordingOf(said.intro, language, said.phrases) : policyIn(policy, language).description;
  const promised = versions.some((each) => each.status !== 'DRAFT');
  return (
    <Page
      title={policyNameIn(policy, language)}
      intro={intro || t(`values.PolicyStage.${policy.stage}`)}
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
      <SideBySide shape="248px minmax(0, 1fr)">
        <VersionLine
          policyId={policy.id}
          versions={versions}
          chosen={chosen}
          inForce={inForce}
          mayWrite={mayWrite}
          onChoose={choose}
        />
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <LeftBehind
            policy={policy}
            onTaken={(id) => {
              setTaken((times) => times + 1);
              choose(id);
            }}
          />
          {chosen && <CutPanel policy={policy} version={chosen} former={former} onDecide={() => choose(chosen.id)} />}
          {chosen &&
            (chosen.status === 'DRAFT' && mayWrite ? (
              <DraftComments value={chosen.comments.nodes}>
                <DraftEditor key={`${chosen.id} ${taken}`} policy={policy} version={chosen} former={former} />
              </DraftComments>
            ) : (
              <PromiseText policy={policy} version={chosen} former={former} />
            ))}
          {chosen?.status === 'DRAFT' && mayWrite && (
            <Comments key={`comments of ${chosen.id} ${taken}`} policyId={policy.id} version={chosen} />
          )}
          <Variants key={policy.id} policy={policy} />
        </Box>
      </SideBySide>
      <EditPolicy policy={policy} promised={promised} open={editing} onClose={() => setEditing(false)} />
    </Page>
  );
}
