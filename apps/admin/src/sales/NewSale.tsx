import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { quotedAmount } from '@perennial/domain/quotes/rules';
import { useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate, useParams } from 'react-router';
import type { ApiProblem } from '../api/errors.ts';
import { useRead } from '../api/useRead.ts';
import { useRefusalText } from '../api/useRefusalText.ts';
import { useWrite } from '../api/useWrite.ts';
import { ForRoles } from '../auth/ForRoles.tsx';
import { useBusiness } from '../business/BusinessContext.tsx';
import { CustomerLink } from '../customers/CustomerLink.tsx';
import { useFormat } from '../format/useFormat.ts';
import { NewSaleDocument, SaleRecordDocument, type NewSaleQuery } from '../gql/graphql.ts';
import { useWords } from '../i18n/useWords.ts';
import { LineEditor } from '../quotes/LineEditor.tsx';
import { fieldOf, lineProblems } from '../quotes/lineProblems.ts';
import { showWrong } from '../quotes/showWrong.ts';
import { statedLines, type LineDraft } from '../quotes/typed.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { LeaveDialog } from '../ui/LeaveDialog.tsx';
import { Page } from '../ui/Page.tsx';
import { PagePart } from '../ui/PagePart.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useLeaveGuard } from '../ui/useLeaveGuard.ts';

type Customer = NonNullable<NewSaleQuery['customer']>;

/** Writes down a sale that came of no quote and no import (C4): over the counter, by telephone. */
export default function NewSale() {
  const { customerId = '' } = useParams();
  const read = useRead(NewSaleDocument, { id: customerId });
  return (
    <ForRoles page="newSale">
      <PagePart of={read}>{({ customer }) => (customer ? <Form customer={customer} /> : <NotFound />)}</PagePart>
    </ForRoles>
  );
}

function Form({ customer }: { customer: Customer }) {
  const t = useWords();
  const format = useFormat();
  const notify = useNotify();
  const navigate = useNavigate();
  const said = useRefusalText();
  const { asOf } = useBusiness();
  const { currency } = customer.value;
  const [soldOn, setSoldOn] = useState(asOf);
  const [lines, setLines] = useState<readonly LineDraft[]>([]);
  const [problems, setProblems] = useState<readonly ApiProblem[]>([]);
  const [record, busy] = useWrite(SaleRecordDocument, {
    say: false,
    onRefusal: (error) => setProblems(error.problems),
  });
  const form = useRef<HTMLElement>(null);
  const guard = useLeaveGuard(lines.length > 0 || soldOn !== asOf);
  const ofLines = lineProblems(problems, lines.length, said);
  const badDay = problems.find((each) => fieldOf(each) === 'soldOn');
  const others = ofLines.others.filter((each) => fieldOf(each) !== 'soldOn');
  const stated = statedLines(lines);
  const sum = stated?.reduce((all, line) => all + quotedAmount(line, currency), 0);
  const save = async () => {
    if (!stated) {
      showWrong(form.current);
      return;
    }
    setProblems([]);
    const { payload } = await record({
      customerId: customer.id,
      soldOn,
      lines: stated,
    });
    if (!payload?.invoice) return;
    notify(t('sales.recorded'), { type: 'success' });
    guard.leave();
    await navigate(`/invoices/${encodeURIComponent(payload.invoice.id)}/show`);
  };
  return (
    <Page
      title={t('sales.title')}
      intro={
        <>
          <CustomerLink customer={customer} />
          {' · '}
          {t('sales.intro')}
        </>
      }
    >
      <Panel title={t('sales.lines')}>
        <Box ref={form} sx={{ display: 'grid', gap: 2 }}>
          {others.length > 0 && (
            <Alert severity="error">
              {others.map((problem) => (
                <div key={`${problem.code} ${fieldOf(problem)}`}>{said(problem)}</div>
              ))}
            </Alert>
          )}
          <TextField
            label={t('sales.soldOn')}
            type="date"
            value={soldOn}
            onChange={(event) => {
              setProblems(problems.filter((each) => each !== badDay));
              setSoldOn(event.target.value);
            }}
            error={badDay !== undefined}
            helperText={badDay ? said(badDay) : t('sales.soldOnHint')}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: asOf } }}
            sx={{ maxWidth: { sm: 280 } }}
          />
          <LineEditor
            lines={lines}
            currency={currency}
            empty={t('sales.none')}
            problem={ofLines.about}
            onChange={(changed) => {
              // what was refused named lines by where they stood
              setProblems([]);
              setLines(changed);
            }}
          />
          <Typography sx={{ fontWeight: 650, textAlign: { sm: 'right' } }}>
            {format.pair(t('quotes.total'), sum === undefined ? '–' : format.money(sum, currency))}
          </Typography>
          <Box>
            <Button
              variant="contained"
              disabled={busy || lines.length === 0 || soldOn === ''}
              onClick={() => void save()}
            >
              {t('sales.action')}
            </Button>
          </Box>
        </Box>
      </Panel>
      <LeaveDialog guard={guard} />
    </Page>
  );
}
