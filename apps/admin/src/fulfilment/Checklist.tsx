import { Box, Checkbox, FormControlLabel, Typography } from '@mui/material';
import { useState } from 'react';
import { useWrite } from '../api/useWrite.ts';
import { FulfilmentTickDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { checklistOf, textIn, type TaskRow } from './task.ts';

/** What is ticked off while it is done. The whole line can be touched. */
export function Checklist({ task, mayWrite }: { task: TaskRow; mayWrite: boolean }) {
  const t = useWords();
  const language = useLanguage();
  const [tick, busy] = useWrite(FulfilmentTickDocument);
  // a touch is answered at once; should the server refuse, the tick goes again
  const [touched, setTouched] = useState<{ item: number; done: boolean }>();
  const items = checklistOf(task);
  if (items.length === 0) return null;
  return (
    <section>
      <Typography component="h4" sx={{ fontWeight: 600 }}>
        {t('fulfilment.checklist.title')} ·{' '}
        {t('fulfilment.checklist.done', { done: items.filter((each) => each.done).length, total: items.length })}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {items.map((item, index) => (
          <Box component="li" key={item.text} sx={{ borderBottom: 1, borderColor: 'divider' }}>
            <FormControlLabel
              sx={{ minHeight: 48, width: '100%', mr: 0 }}
              control={
                <Checkbox
                  checked={touched?.item === index ? touched.done : item.done}
                  disabled={!mayWrite || busy}
                  onChange={async (event) => {
                    const change = { item: index, done: event.target.checked };
                    setTouched(change);
                    await tick({ id: task.id, version: task.version, ...change });
                    setTouched(undefined);
                  }}
                  sx={{ p: 1.5 }}
                />
              }
              label={
                <>
                  {textIn(task, item.text, language)}
                  {item.by && (
                    <Typography variant="caption" color="textSecondary" component="span">
                      {' · '}
                      {item.by}
                    </Typography>
                  )}
                </>
              }
            />
          </Box>
        ))}
      </Box>
    </section>
  );
}
