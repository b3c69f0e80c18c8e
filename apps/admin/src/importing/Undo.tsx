import { Alert, Button, Link } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import { z } from 'zod';
import type { ApiError } from '../api/errors.ts';
import { useWrite } from '../api/useWrite.ts';
import { useFormat } from '../format/useFormat.ts';
import { ImportUndoDocument } from '../gql/graphql.ts';
import { useWords, type WordKey } from '../i18n/useWords.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import type { Batch } from './batch.ts';
import { PLACE, aroundExamples } from './held.ts';
import { HeldExamples } from './HeldExamples.tsx';

const holdings = z.object({
  holding: z.array(z.object({ what: z.string(), why: z.string(), count: z.number(), examples: z.array(z.string()) })),
});

type Held = z.infer<typeof holdings>['holding'][number];

/** Where the rows of a table are looked at, by table. Tasks are on the pages of their purchases: the list of what is due shows open ones. */
const PAGES: Readonly<Record<string, string>> = {
  customers: '/customers',
  products: '/products',
  invoices: '/invoices',
  claims: '/claims',
  quotes: '/quotes',
  returns: '/returns',
  warnings: '/warnings',
  retention_plans: '/plans',
};

/** A few are enough of what has a page of its own; tasks are found by their purchases alone. */
const shownOf = ({ what, examples }: Held) => (what === 'fulfilment_tasks' ? examples : examples.slice(0, 5));

/** Takes the whole import back, after saying what that means; a refusal lists what stands in the way. */
export function Undo({ batch, lines }: { batch: Batch; lines: number }) {
  const t = useWords();
  const format = useFormat();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const [held, setHeld] = useState<Held[]>([]);
  const [undo] = useWrite(ImportUndoDocument, {
    onRefusal: (error: ApiError) => setHeld(holdings.safeParse(error.problems[0]?.params).data?.holding ?? []),
  });
  const run = async () => {
    setHeld([]);
    const { payload } = await undo({ id: batch.id });
    if (payload) notify('importing.undo.done', { type: 'success' });
  };
  const said = ({ what, why, count }: Held) =>
    aroundExamples(
      t(`importing.undo.holding.${why === 'CHANGED' ? 'CHANGED' : 'REFERS'}`, {
        smart_count: count,
        count: format.number(count),
        what: t(`importing.undo.tables.${what}` as WordKey, { _: what }),
        examples: PLACE,
      }),
    );
  return (
    <>
      {held.length > 0 && (
        <Alert severity="warning" sx={{ mb: 1 }}>
          {t('importing.undo.held')}
          <ul>
            {held.map((each) => {
              const [before, after] = said(each);
              return (
                <li key={`${each.what} ${each.why}`}>
                  {before}
                  <HeldExamples what={each.what} examples={shownOf(each)} />
                  {after}
                  {format.gap}
                  {PAGES[each.what] && (
                    <Link component={RouterLink} to={PAGES[each.what]!}>
                      {t('importing.undo.look')}
                    </Link>
                  )}
                  {each.what === 'fulfilment_tasks' && t('importing.undo.tasks')}
                </li>
              );
            })}
          </ul>
          {t('importing.undo.stands')}
        </Alert>
      )}
      <Button color="error" variant="outlined" onClick={() => setOpen(true)}>
        {t('importing.undo.open')}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('importing.undo.title')}
        action={t('importing.undo.action')}
        danger
        onConfirm={run}
        onClose={() => setOpen(false)}
      >
        {t('importing.undo.text', { smart_count: lines, lines: format.number(lines) })}
      </ConfirmDialog>
    </>
  );
}
