import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { discountTooHigh } from '@perennial/domain/quotes/discount';
import { quotedAmount } from '@perennial/domain/quotes/rules';
import { minorDigits } from '@perennial/domain/shared/money';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import type { ApiError, ApiProblem } from '../api/errors.ts';
import { useRefusalText } from '../api/useRefusalText.ts';
import { useWrite } from '../api/useWrite.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { BothSides, type Dispute } from '../conflict/BothSides.tsx';
import { sameValue } from '../conflict/join.ts';
import { useJoined } from '../conflict/useJoined.ts';
import { minorUnits } from '../format/format.ts';
import { unitsOf } from '../format/units.ts';
import { useFormat } from '../format/useFormat.ts';
import { QuoteRevisionDiscardDocument, QuoteRevisionSaveDocument, QuoteRevisionSendDocument } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { LeaveDialog } from '../ui/LeaveDialog.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useLeaveGuard } from '../ui/useLeaveGuard.ts';
import { LineEditor } from './LineEditor.tsx';
import type { Unsaved } from './edited.ts';
import { fieldOf, lineProblems } from './lineProblems.ts';
import type { Revision } from './quote.ts';
import { showWrong } from './showWrong.ts';
import { statedLines } from './typed.ts';
import { fieldInWords, writtenIn, type Written } from './written.ts';

/** Refusals of a round that is no draft any more: what becomes of what is typed says the editor itself. */
const GONE = ['REVISION_SENT', 'NOT_FOUND'];

interface Props {
  revision: Revision;
  onUnsaved: (unsaved: Unsaved) => void;
  /** Stands in place of the buttons, where the round cannot be written any more. */
  children?: ReactNode;
}

/**
 * Writes the draft of a quote, and sends it. Where another round takes the place of that while something is typed, the
 * typing goes on in the other one.
 */
export function RevisionEditor({ revision, onUnsaved, children }: Props) {
  const t = useWords();
  const format = useFormat();
  const notify = useNotify();
  const { latestDay } = useBusiness();
  const { currency } = revision;
  const unit = minorUnits(currency);
  const joined = useJoined(writtenIn(revision), revision.version, revision.id);
  const { lines, validUntil, solution, note, discount } = joined.values as unknown as Written;
  const linesUnsaved = !sameValue(joined.base['lines'], lines);
  const { changed } = joined;
  useEffect(
    () => onUnsaved({ of: revision, any: changed, lines: linesUnsaved }),
    [onUnsaved, revision, changed, linesUnsaved],
  );
  /** The number of the round in which it was typed. */
  const [begun, setBegun] = useState(revision.number);
  if (!changed && begun !== revision.number) setBegun(revision.number);
  const carried = changed && begun !== revision.number;
  const guard = useLeaveGuard(changed);
  const said = useRefusalText();
  const [problems, setProblems] = useState<readonly ApiProblem[]>([]);
  const [about, setAbout] = useState(revision.id);
  if (about !== revision.id) {
    // what was refused of one round is nothing to say of the next
    setAbout(revision.id);
    setProblems([]);
  }
  const form = useRef<HTMLElement>(null);
  const [sending, setSending] = useState(false);
  const [wanted, setWanted] = useState(false);
  const queries = useQueryClient();
  // thrown away by somebody else: then that is shown, and what becomes of what is typed
  const lookAgain = ({ code }: ApiError) => code === 'NOT_FOUND' && void queries.invalidateQueries();
  const [save, saving] = useWrite(QuoteRevisionSaveDocument, {
    say: false,
    onRefusal: (error) => {
      setProblems(error.problems);
      lookAgain(error);
    },
  });
  const [send] = useWrite(QuoteRevisionSendDocument, { onRefusal: lookAgain });
  const [discarding, setDiscarding] = useState(false);
  const [discard, leaving] = useWrite(QuoteRevisionDiscardDocument, { onRefusal: lookAgain });
  const stated = statedLines(lines);
  const sum = (stated ?? []).reduce((all, line) => all + quotedAmount(line, currency), 0);
  const off = discount === '' ? 0 : unitsOf(discount, unit);
  const tooHigh = stated !== undefined && off !== undefined && discountTooHigh(sum, off);
  const badDiscount =
    off === undefined
      ? t('shell.form.badAmount', { digits: minorDigits(currency) })
      : tooHigh
        ? t('errors.DISCOUNT_TOO_HIGH')
        : undefined;
  const badDay = problems.find((each) => fieldOf(each) === 'validUntil');
  const saidOfDay = validUntil < latestDay ? t('quotes.field.untilPast') : badDay && said(badDay);
  const lacking = [
    ...(lines.length === 0 ? [t('errors.QUOTE_EMPTY')] : []),
    ...(validUntil < latestDay ? [format.pair(t('quotes.field.validUntil'), t('quotes.field.untilPast'))] : []),
  ];
  const right = stated !== undefined && badDiscount === undefined;

  const ofLines = lineProblems(problems, lines.length, said);
  const overtaken = Boolean(children) || carried;
  const others = ofLines.others.filter((each) => each !== badDay && !(overtaken && GONE.includes(each.code)));

  /** The version the server has then, or undefined where it was refused. */
  const saveAll = async (): Promise<number | undefined> => {
    if (joined.rivals.length > 0) {
      form.current?.scrollIntoView({ block: 'start' });
      return undefined;
    }
    if (!right || off === undefined) {
      showWrong(form.current);
      return undefined;
    }
    setProblems([]);
    const input = { id: revision.id, version: joined.seen, validUntil, solution, note, discount: off, lines: stated };
    let version: number | undefined;
    await joined.save(async () => {
      const { payload } = await save(input);
      version = payload?.quoteRevision?.version;
      return payload !== undefined;
    });
    return version;
  };
  const inWords = (field: string, value: unknown) => fieldInWords(field, value, currency, format);
  const disputes = joined.rivals.map(
    (rival): Dispute => ({
      key: rival.field,
      title:
        rival.field === 'lines'
          ? t('quotes.lines.title')
          : t(`quotes.field.${rival.field as Exclude<keyof Written, 'lines'>}`),
      mine: inWords(rival.field, joined.values[rival.field]),
      theirs: inWords(rival.field, rival.theirs),
      settle: (whose) => joined.settle(rival, whose),
    }),
  );

  return (
    <Panel
      title={`${t('quotes.revision', { number: revision.number })} · ${t(`values.QuoteRevisionStatus.${revision.status}`)}`}
    >
      <Box ref={form} sx={{ display: 'grid', gap: 2 }}>
        {carried && !children && <Alert severity="info">{t('quotes.overtaken.carried', { number: begun })}</Alert>}
        {others.length > 0 && (
          <Alert severity="error">
            {others.map((problem) => (
              <div key={`${problem.code} ${fieldOf(problem)}`}>{said(problem)}</div>
            ))}
          </Alert>
        )}
        <BothSides disputes={disputes}>
          {joined.rivals.some(({ field }) => field === 'lines') && (
            <Typography gutterBottom>{t('shell.conflict.wholeList')}</Typography>
          )}
        </BothSides>
        <TextField
          label={t('quotes.field.solution')}
          helperText={t('quotes.field.solutionHint')}
          value={solution}
          onChange={(event) => joined.change('solution', event.target.value)}
          multiline
          minRows={3}
        />
        <Typography variant="h3">{t('quotes.lines.title')}</Typography>
        <LineEditor
          lines={lines}
          currency={currency}
          problem={ofLines.about}
          onChange={(changed) => {
            // what was refused named lines by where they stood
            setProblems([]);
            joined.change('lines', changed);
          }}
        />
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr 1fr' }, alignItems: 'start' }}>
          <TextField
            label={t('quotes.field.validUntil')}
            type="date"
            value={validUntil}
            onChange={(event) => joined.change('validUntil', event.target.value)}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: latestDay } }}
            error={saidOfDay !== undefined}
            helperText={saidOfDay}
          />
          <TextField
            label={`${t('quotes.field.discount')} (${currency})`}
            type="number"
            value={discount}
            onChange={(event) => joined.change('discount', event.target.value)}
            slotProps={{ htmlInput: { min: 0, step: 1 / unit } }}
            error={badDiscount !== undefined}
            helperText={badDiscount}
          />
          <Typography sx={{ fontWeight: 650, textAlign: { sm: 'right' }, pt: { sm: 1 } }}>
            {format.pair(t('quotes.total'), right ? format.money(sum - (off ?? 0), currency) : '–')}
          </Typography>
        </Box>
        <TextField
          label={t('quotes.field.note')}
          value={note}
          onChange={(event) => joined.change('note', event.target.value)}
          multiline
        />
        {children || (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <Button
              variant="outlined"
              disabled={saving}
              onClick={async () => {
                if ((await saveAll()) !== undefined) notify('quotes.saved', { type: 'success' });
              }}
            >
              {t('quotes.save')}
            </Button>
            <Button
              variant="contained"
              disabled={saving}
              onClick={async () => {
                setWanted(true);
                if (lacking.length === 0 && (await saveAll()) !== undefined) setSending(true);
              }}
            >
              {t('quotes.send')}
            </Button>
            {revision.number > 1 && (
              <Button color="secondary" disabled={leaving} onClick={() => setDiscarding(true)}>
                {t('quotes.discard')}
              </Button>
            )}
          </Box>
        )}
        {wanted && lacking.length > 0 && (
          <Box role="alert">
            {lacking.map((each) => (
              <Typography key={each} color="error">
                {each}
              </Typography>
            ))}
          </Box>
        )}
      </Box>
      <ConfirmDialog
        open={sending}
        title={t('quotes.sendTitle', { number: revision.number })}
        action={t('quotes.sendAction')}
        onConfirm={async () => {
          const { payload } = await send({ id: revision.id, version: revision.version });
          if (payload) notify('quotes.sent', { type: 'success' });
        }}
        onClose={() => setSending(false)}
      >
        {t('quotes.sendText')}
      </ConfirmDialog>
      <ConfirmDialog
        open={discarding}
        title={t('quotes.discardTitle', { number: revision.number })}
        action={t('quotes.discard')}
        danger
        onConfirm={async () => {
          // by one's own hand: nothing of it is to stay in sight
          onUnsaved({ of: revision, any: false, lines: false });
          const { payload } = await discard({ id: revision.id, version: revision.version });
          if (!payload) onUnsaved({ of: revision, any: changed, lines: linesUnsaved });
        }}
        onClose={() => setDiscarding(false)}
      >
        {t('quotes.discardText')}
      </ConfirmDialog>
      <LeaveDialog
        guard={guard}
        onSave={right && !children ? async () => (await saveAll()) !== undefined : undefined}
      />
    </Panel>
  );
}
