import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { DateInput, TextInput, required, useNotify } from 'react-admin';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { EntitlementMoveDocument, WeighMoveDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { graphqlLanguage } from '../retention/graphqlLanguage.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Part } from '../ui/Part.tsx';
import type { Held } from './held.ts';
import { WeighedMove, type Weighed } from './WeighedMove.tsx';

/** Moves the purchase to another version: freely where nothing gets worse for it, else with the customer's consent. */
export function MovePromise({ held, mayMove }: { held: Held; mayMove: boolean }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const [target, choose] = useState('');
  const others = held.policy?.versions.nodes.filter((each) => each.id !== held.policyVersion?.id) ?? [];
  const weighed = useRead(
    WeighMoveDocument,
    { id: held.id, policyVersionId: target, language: graphqlLanguage(language) },
    { enabled: target !== '' },
  );
  return (
    <Panel title={t('promises.move.title')}>
      {held.moves.nodes.map((move) => (
        <Typography key={move.id} variant="body2" gutterBottom>
          {t('promises.move.done', {
            date: format.time(move.at),
            from: move.from?.policyVersion?.number ?? '',
            to: move.to?.policyVersion?.number ?? '',
            by: move.by,
          })}
          {move.consentBy &&
            `${format.gap}${t('promises.move.consented', { by: move.consentBy, date: format.date(move.consentOn ?? ''), note: move.consentNote ?? '' })}`}
        </Typography>
      ))}
      {mayMove && others.length === 0 && <Typography color="textSecondary">{t('promises.move.onlyOne')}</Typography>}
      {mayMove && others.length > 0 && (
        <Box sx={{ display: 'grid', gap: 2, mt: 1 }}>
          <TextField
            select
            label={t('promises.move.to')}
            value={target}
            onChange={(event) => choose(event.target.value)}
            slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          >
            <option value="">{t('shell.form.choose')}</option>
            {others.map((each) => (
              <option key={each.id} value={each.id}>
                {t('promises.move.version', { number: each.number, date: format.date(each.effectiveFrom) })}
              </option>
            ))}
          </TextField>
          {target !== '' && (
            <Part of={weighed}>
              {({ entitlementMoveWeigh }) => (
                <Weigh
                  key={target}
                  held={held}
                  target={target}
                  weighed={entitlementMoveWeigh}
                  again={async () => (await weighed.refetch()).data?.entitlementMoveWeigh}
                  onMoved={() => choose('')}
                />
              )}
            </Part>
          )}
        </Box>
      )}
    </Panel>
  );
}

interface Consent {
  by: string;
  on: string;
  note: string;
}

/** Whether what it holds loses nothing: only what an import may add to it would. */
const onlyLater = ({ changes, readings }: Weighed): boolean =>
  readings.length === 0 && changes.every(({ verdict }) => verdict !== 'WORSE');

function Weigh({
  held,
  target,
  weighed,
  again,
  onMoved,
}: {
  held: Held;
  target: string;
  weighed: Weighed;
  /** Weighs anew. */
  again: () => Promise<Weighed | undefined>;
  onMoved: () => void;
}) {
  const t = useWords();
  const notify = useNotify();
  const { latestDay } = useBusiness();
  // what the consent is to: it stays what was read, however often the page reads anew meanwhile
  const [asked, ask] = useState<Weighed | null>(null);
  const [move, busy] = useWrite(EntitlementMoveDocument, {
    // the dialog says it itself, at its field
    say: asked === null,
    onRefusal: async ({ code }) => {
      const now = await again();
      if (now && code === 'MOVE_WEIGHED_OTHERWISE') ask(now);
    },
  });
  const go = async (consent?: Consent) => {
    const { payload, errors } = await move({
      id: held.id,
      policyVersionId: target,
      ...(consent && asked ? { consent: { ...consent, weighing: asked.weighing } } : {}),
    });
    if (payload) {
      notify('promises.move.moved', { type: 'success' });
      onMoved();
    }
    return errors;
  };
  return (
    <>
      <WeighedMove weighed={weighed} />
      {weighed.worse ? (
        <>
          <Alert severity="warning">{t(onlyLater(weighed) ? 'promises.move.worseLater' : 'promises.move.worse')}</Alert>
          <Button variant="outlined" onClick={() => ask(weighed)}>
            {t('promises.move.withConsent')}
          </Button>
        </>
      ) : (
        <Button variant="contained" disabled={busy} onClick={() => void go()}>
          {t('promises.move.go')}
        </Button>
      )}
      <FormDialog<{ consent: Consent }>
        open={asked !== null}
        title={t('promises.move.consentTitle')}
        action={t('promises.move.go')}
        values={{ consent: { by: '', on: latestDay, note: '' } }}
        onClose={() => ask(null)}
        onSubmit={({ consent }) => go(consent)}
      >
        <Typography>{t('promises.move.consentText')}</Typography>
        {asked && <WeighedMove weighed={asked} />}
        <TextInput source="consent.by" label={t('promises.move.consentBy')} validate={required()} helperText={false} />
        <DateInput source="consent.on" label={t('promises.move.consentOn')} validate={required()} helperText={false} />
        <TextInput
          source="consent.note"
          label={t('promises.move.consentNote')}
          validate={required()}
          helperText={false}
        />
      </FormDialog>
    </>
  );
}
