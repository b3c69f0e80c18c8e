import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { kindOf, type Term } from '@perennial/domain/policies/terms';
import { useWrite } from '../../api/useWrite.ts';
import { useFormat } from '../../format/useFormat.ts';
import { PolicyCommentAddDocument, PolicyCommentResolveDocument } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { LeaveDialog } from '../../ui/LeaveDialog.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useLeaveGuard } from '../../ui/useLeaveGuard.ts';
import { keepUnsent, NOTHING } from '../editor/unsaved.ts';
import { termsOf } from '../termsOf.ts';
import type { Version } from '../version.ts';
import { useTypedComment } from './typedComment.ts';

type Said = Version['comments']['nodes'][number];

/** What staff say about a draft, as a whole and term by term (C1). */
export function Comments({ policyId, version }: { policyId: string; version: Version }) {
  const t = useWords();
  const language = useLanguage();
  const [typed, type] = useTypedComment(policyId, version);
  const { text } = typed;
  const [add, busy] = useWrite(PolicyCommentAddDocument);
  const terms = termsOf(version.terms);
  const name = (term: Term) => `${kindOf(term.kind).label[language]} · ${term.id}`;
  const about = terms.some(({ id }) => id === typed.about) ? typed.about : '';
  const guard = useLeaveGuard(text.trim() !== '');
  const send = async (): Promise<boolean> => {
    const { payload } = await add({ versionId: version.id, text, ...(about ? { termId: about } : {}) });
    if (payload) type({ text: '' });
    return payload !== undefined;
  };
  const groups = [...new Set(version.comments.nodes.map(({ termId }) => termId))];
  return (
    <Panel title={t('policyGuard.comments.title')}>
      {groups.length === 0 && <Typography color="textSecondary">{t('policyGuard.comments.none')}</Typography>}
      {groups.map((termId) => {
        const term = terms.find((each) => each.id === termId);
        return (
          <Box key={termId ?? ''} sx={{ mb: 1.5 }}>
            <Typography sx={{ fontWeight: 600 }}>
              {termId === null ? t('policyGuard.comments.whole') : term ? name(term) : termId}
            </Typography>
            {version.comments.nodes
              .filter((each) => each.termId === termId)
              .map((each) => (
                <Comment key={each.id} comment={each} />
              ))}
          </Box>
        );
      })}
      <Box
        component="form"
        sx={{ display: 'grid', gap: 1.5, mt: 2 }}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          select
          label={t('policyGuard.comments.about')}
          value={about}
          onChange={(event) => type({ about: event.target.value })}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{t('policyGuard.comments.whole')}</MenuItem>
          {terms.map((term) => (
            <MenuItem key={term.id} value={term.id}>
              {name(term)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={t('policyGuard.comments.text')}
          value={text}
          onChange={(event) => type({ text: event.target.value })}
          multiline
        />
        <Box>
          <Button type="submit" variant="outlined" disabled={busy || text.trim() === ''}>
            {t('policyGuard.comments.add')}
          </Button>
        </Box>
      </Box>
      <LeaveDialog guard={guard} onSave={send} onLose={() => keepUnsent(policyId, version, NOTHING)} />
    </Panel>
  );
}

/** One comment; who settles it does so with a button beside it. */
export function Comment({ comment }: { comment: Said }) {
  const t = useWords();
  const format = useFormat();
  const [resolve, busy] = useWrite(PolicyCommentResolveDocument);
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', py: 0.5 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography
          sx={{ overflowWrap: 'anywhere', ...(comment.resolvedAt ? { textDecoration: 'line-through' } : {}) }}
        >
          {comment.text}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t('policyGuard.comments.by', { who: comment.author, date: format.time(comment.at) })}
          {comment.resolvedBy && ` · ${t('policyGuard.comments.resolved', { who: comment.resolvedBy })}`}
        </Typography>
      </Box>
      {!comment.resolvedAt && (
        <Button size="small" disabled={busy} onClick={() => void resolve({ id: comment.id })}>
          {t('policyGuard.comments.resolve')}
        </Button>
      )}
    </Box>
  );
}
