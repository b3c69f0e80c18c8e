import { TextInput, required } from 'react-admin';
import { useWrite } from '../api/useWrite.ts';
import { ClaimPauseDocument, ClaimRespondDocument, ClaimResumeDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { MomentInput, useWallTime } from '../ui/MomentInput.tsx';
import type { Claim } from './claim.ts';

export type ClockStep = 'respond' | 'pause' | 'resume';

interface Props {
  claim: Claim;
  /** The moment at which what is done now is written down. */
  at: string;
  step: ClockStep | undefined;
  onClose: () => void;
}

interface Entered {
  at?: string;
  from?: string;
  to?: string;
  reason?: string;
}

/** Records the first answer, or that we wait for the customer and no longer do: now, or at a moment in the business's zone. */
export function ClockDialogs({ claim, at, step, onClose }: Props) {
  const t = useWords();
  const { typed, momentOf } = useWallTime();
  const [respond] = useWrite(ClaimRespondDocument, { say: false });
  const [pause] = useWrite(ClaimPauseDocument, { say: false });
  const [resume] = useWrite(ClaimResumeDocument, { say: false });
  const { id, version } = claim;
  const now = typed(at);
  // what was left as it was is left to the server, whose clock knows the seconds
  const told = (wall: string | undefined) => (!wall || wall === now ? null : momentOf(wall));
  return (
    <>
      <FormDialog<Entered>
        open={step === 'respond'}
        title={t('claims.clock.respond.title')}
        action={t('claims.clock.respond.action')}
        maxWidth="xs"
        values={{ at: now }}
        onClose={onClose}
        onSubmit={async (entered) => (await respond({ id, version, at: told(entered.at) })).errors}
      >
        <MomentInput source="at" label={t('claims.clock.respond.at')} needed />
      </FormDialog>
      <FormDialog<Entered>
        open={step === 'pause'}
        title={t('claims.clock.pause.title')}
        action={t('claims.clock.pause.action')}
        maxWidth="xs"
        values={{ from: now }}
        onClose={onClose}
        onSubmit={async ({ from, to, reason }) =>
          (
            await pause({
              id,
              version,
              from: told(from),
              to: to ? momentOf(to) : null,
              reason: reason ?? '',
            })
          ).errors
        }
      >
        <TextInput
          source="reason"
          label={t('claims.clock.pause.reason')}
          helperText={t('claims.clock.pause.reasonHint')}
          validate={required()}
          multiline
          minRows={2}
        />
        <MomentInput source="from" label={t('claims.clock.pause.from')} needed />
        <MomentInput source="to" label={t('claims.clock.pause.to')} />
      </FormDialog>
      <FormDialog<Entered>
        open={step === 'resume'}
        title={t('claims.clock.resume.title')}
        action={t('claims.clock.resume.action')}
        maxWidth="xs"
        values={{ at: now }}
        onClose={onClose}
        onSubmit={async (entered) => (await resume({ id, version, at: told(entered.at) })).errors}
      >
        <MomentInput source="at" label={t('claims.clock.resume.at')} needed />
      </FormDialog>
    </>
  );
}
