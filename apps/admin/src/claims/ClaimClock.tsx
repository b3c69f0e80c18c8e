import { Alert, Box, Button, Typography } from '@mui/material';
import { hoursIn } from '@perennial/domain/policies/kinds/saying';
import { sayIn } from '@perennial/domain/policies/sentences/language';
import { useState } from 'react';
import { useRead } from '../api/useRead.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { ClaimClockDocument, type ClaimClockQuery } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import { Part } from '../ui/Part.tsx';
import type { Claim } from './claim.ts';
import { ClockDialogs, type ClockStep } from './ClockDialogs.tsx';

type Clocks = NonNullable<ClaimClockQuery['claimClock']>;
type Reading = Clocks['clocks'][number];

const MINUTE = 60_000;

/** The promised response and resolution of a claim: what is due, what is left of the promised hours, whether it was kept (C8). */
export function ClaimClock({ claim, mayWrite }: { claim: Claim; mayWrite: boolean }) {
  const t = useWords();
  const [step, setStep] = useState<ClockStep | undefined>();
  const { standsOn } = useBusiness();
  const read = useRead(ClaimClockDocument, { id: claim.id, on: standsOn }, { every: claim.closedAt ? false : MINUTE });
  const clocks = read.data?.claimClock;
  return (
    <Panel title={t('claims.clock.title')} tone={toneOf(clocks)}>
      <Part of={read} height={96}>
        {({ claimClock }) =>
          claimClock && (
            <Box sx={{ display: 'grid', gap: 1.5 }}>
              <Standing claim={claim} clocks={claimClock} />
              {mayWrite && (
                <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
                  {!claim.respondedAt && (
                    <Button variant="outlined" onClick={() => setStep('respond')}>
                      {t('claims.clock.respond.action')}
                    </Button>
                  )}
                  {claimClock.pausedSince ? (
                    <Button variant="outlined" onClick={() => setStep('resume')}>
                      {t('claims.clock.resume.action')}
                    </Button>
                  ) : (
                    <Button onClick={() => setStep('pause')}>{t('claims.clock.pause.action')}</Button>
                  )}
                </Box>
              )}
              <ClockDialogs claim={claim} at={claimClock.at} step={step} onClose={() => setStep(undefined)} />
            </Box>
          )
        }
      </Part>
    </Panel>
  );
}

const toneOf = (clocks: Clocks | null | undefined) =>
  clocks?.clocks.some(({ state }) => state === 'OVERDUE' || state === 'MISSED')
    ? ('error' as const)
    : clocks?.pausedSince
      ? ('warning' as const)
      : undefined;

function Standing({ claim, clocks }: { claim: Claim; clocks: Clocks }) {
  const t = useWords();
  const format = useFormat();
  const past = claim.pauses.nodes.filter(({ resumedAt }) => resumedAt);
  return (
    <>
      {clocks.clocks.length === 0 && <Typography color="textSecondary">{t('claims.clock.none')}</Typography>}
      {clocks.pausedSince && (
        <Alert severity="warning">
          <strong>{t('claims.clock.waiting', { since: format.time(clocks.pausedSince) })}</strong>
          <div>{clocks.reason}</div>
        </Alert>
      )}
      {clocks.clocks.map((reading) => (
        <OneClock key={reading.target} reading={reading} />
      ))}
      {past.length > 0 && (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {past.map((pause) => (
            <li key={pause.id}>
              {t('claims.clock.waited', {
                from: format.time(pause.pausedAt),
                to: format.time(pause.resumedAt ?? ''),
                reason: pause.reason,
              })}
            </li>
          ))}
        </Box>
      )}
      <Typography variant="body2" color="textSecondary">
        {t('shell.form.zone', { zone: clocks.timezone })}
      </Typography>
    </>
  );
}

function OneClock({ reading }: { reading: Reading }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const hours = (minutes: number) => hoursIn(language, Math.floor(minutes), sayIn(language));
  const { target, state, dueAt, doneAt, minutesLeft, minutes, clock, problem } = reading;
  const said = [
    ...(dueAt ? [t('claims.clock.due', { at: format.time(dueAt) })] : []),
    ...(doneAt ? [t(`claims.clock.done.${target}`, { at: format.time(doneAt) })] : []),
    ...(minutesLeft !== null && minutesLeft !== undefined
      ? [
          minutesLeft < 0
            ? t('claims.clock.over', { hours: hours(-minutesLeft) })
            : t('claims.clock.left', { hours: hours(minutesLeft) }),
        ]
      : []),
  ];
  return (
    <Box component="section" aria-label={t(`values.ClockTarget.${target}`)}>
      <Typography variant="h3">{t(`values.ClockTarget.${target}`)}</Typography>
      <Typography sx={{ fontWeight: 600 }}>{t(`values.ClockState.${state}`)}</Typography>
      {said.map((each) => (
        <div key={each}>{each}</div>
      ))}
      {problem && <div>{t('claims.clock.unknown')}</div>}
      <Typography variant="body2" color="textSecondary">
        {t(`claims.clock.promised.${clock}`, { hours: hours(minutes) })}
      </Typography>
    </Box>
  );
}
