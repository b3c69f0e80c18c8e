import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  TextField,
  Typography,
} from '@mui/material';
import { policyPacks } from '@perennial/domain/policies/packs/all';
import { termsOfPack } from '@perennial/domain/policies/packs/pack';
import { useId, useState } from 'react';
import { ValidationError } from 'react-admin';
import { useNavigate } from 'react-router';
import type { FieldErrors } from '../../api/errors.ts';
import { useRead } from '../../api/useRead.ts';
import { useWrite } from '../../api/useWrite.ts';
import { useBusiness } from '../../business/BusinessContext.tsx';
import {
  PackTargetsDocument,
  PolicyCreateFromPackDocument,
  PolicyVersionDraftFromDocument,
} from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { graphqlLanguage } from '../../retention/graphqlLanguage.ts';
import { useCloseGuard } from '../../ui/useCloseGuard.tsx';
import { policyNameIn } from '../policyIn.ts';
import { versionPath } from '../versionPath.ts';
import { Charter } from '../Charter.tsx';

const said = (error: FieldErrors[string] | undefined): string | undefined =>
  typeof error === 'string' ? error : error?.serverError;

/** Begins a policy with everything a business of this kind promises; what it says is shown before it is taken. */
export function StartFromPack({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const { currency } = useBusiness();
  const id = useId();
  const [chosen, choose] = useState(policyPacks[0]?.name ?? '');
  const [typed, setTyped] = useState<string | undefined>();
  const guard = useCloseGuard(() => typed !== undefined, onClose);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [target, setTarget] = useState('');
  const [create, creating] = useWrite(PolicyCreateFromPackDocument, { say: false });
  const [draftFrom, drafting] = useWrite(PolicyVersionDraftFromDocument, { say: false });
  const known = useRead(PackTargetsDocument, {}).data?.policies.nodes ?? [];
  // a policy has one draft at a time: whoever writes one finishes it first
  const targets = known.filter(({ versions }) => versions.nodes[0] && versions.nodes[0].status !== 'DRAFT');
  const policy = targets.find((each) => each.id === target);
  const pack = policyPacks.find((each) => each.name === chosen);
  if (!pack) return null;
  const name = typed ?? pack.label[language];
  const terms = termsOfPack(pack, language, currency);
  const go = async () => {
    const asked = { pack: pack.name, language: graphqlLanguage(language) };
    const show = (id: string, version: string) => navigate(versionPath(id, version));
    const last = policy?.versions.nodes[0];
    if (policy && last) {
      const { payload, errors: refused } = await draftFrom({ id: last.id, ...asked });
      setErrors(refused ?? {});
      if (payload?.policyVersion) await show(policy.id, payload.policyVersion.id);
      return;
    }
    const own = name.trim() === pack.label[language] ? {} : { name };
    const { payload, errors: refused } = await create({ ...asked, ...own });
    setErrors(refused ?? {});
    if (payload?.policy && payload.policyVersion) await show(payload.policy.id, payload.policyVersion.id);
  };
  const wrong = said(errors.name);
  const other = Object.entries(errors).flatMap(([field, error]) => (field === 'name' ? [] : (said(error) ?? [])));
  return (
    <Dialog open={open} onClose={guard.onClose} aria-labelledby={`${id}-title`} maxWidth="md" fullWidth>
      <DialogTitle id={`${id}-title`}>{t('policyEditor.packs.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography color="textSecondary">{t('policyEditor.packs.intro')}</Typography>
        {other.map((error) => (
          <Alert key={error} severity="error">
            <ValidationError error={error} />
          </Alert>
        ))}
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { md: 'minmax(0, 2fr) minmax(0, 3fr)' } }}>
          <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
            <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
              <Box component="legend" sx={{ fontWeight: 600, p: 0 }}>
                {t('policyEditor.packs.choose')}
              </Box>
              <RadioGroup
                value={chosen}
                onChange={(event) => {
                  choose(event.target.value);
                  setErrors({});
                }}
              >
                {policyPacks.map((each) => (
                  <FormControlLabel
                    key={each.name}
                    value={each.name}
                    control={<Radio />}
                    label={each.business[language]}
                  />
                ))}
              </RadioGroup>
            </Box>
            {targets.length > 0 && (
              <TextField
                select
                label={t('policyEditor.packs.becomes')}
                value={target}
                onChange={(event) => setTarget(event.target.value)}
                slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
              >
                <option value="">{t('policyEditor.packs.newPolicy')}</option>
                {targets.map((each) => (
                  <option key={each.id} value={each.id}>
                    {t('policyEditor.packs.nextOf', { name: policyNameIn(each, language) })}
                  </option>
                ))}
              </TextField>
            )}
            {!policy && (
              <TextField
                label={t('policyEditor.packs.name')}
                value={name}
                error={wrong !== undefined}
                helperText={wrong ? <ValidationError error={wrong} /> : pack.description[language]}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Box>
          <Box
            component="section"
            aria-label={t('policyEditor.packs.look')}
            sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2, maxHeight: 420, overflowY: 'auto' }}
            tabIndex={0}
          >
            <Typography variant="body2" color="textSecondary" gutterBottom>
              {t('policyEditor.packs.terms', { smart_count: terms.length })}
              {' · '}
              {t('policyEditor.packs.amounts', { currency })}
            </Typography>
            <Charter terms={terms} />
          </Box>
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('shell.form.cancel')}</Button>
        <Button
          variant="contained"
          disabled={creating || drafting || (!policy && name.trim() === '')}
          onClick={() => void go()}
        >
          {t('policyEditor.packs.action')}
        </Button>
      </DialogActions>
      {guard.question}
    </Dialog>
  );
}
