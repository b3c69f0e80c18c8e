import { Button, Typography } from '@mui/material';
import { useWrite } from '../../api/useWrite.ts';
import { PolicyVersionBeginDocument } from '../../gql/graphql.ts';
import { useWords } from '../../i18n/useWords.ts';

interface Props {
  policyId: string;
  mayWrite: boolean;
  onBegun: (versionId: string) => void;
}

/** A policy whose only draft was thrown away promises nothing, until somebody begins another. */
export function NoVersion({ policyId, mayWrite, onBegun }: Props) {
  const t = useWords();
  const [begin, busy] = useWrite(PolicyVersionBeginDocument);
  return (
    <>
      <Typography color="textSecondary" gutterBottom>
        {t('policies.versions.none')}
      </Typography>
      {mayWrite && (
        <Button
          variant="contained"
          disabled={busy}
          onClick={async () => {
            const { payload } = await begin({ policyId });
            if (payload?.policyVersion) onBegun(payload.policyVersion.id);
          }}
        >
          {t('policies.versions.begin')}
        </Button>
      )}
    </>
  );
}
