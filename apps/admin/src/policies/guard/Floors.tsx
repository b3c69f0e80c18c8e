import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Box, Button, IconButton, Typography } from '@mui/material';
import { kindLabel } from '@perennial/domain/policies/kinds/all';
import { useState } from 'react';
import { useRead } from '../../api/useRead.ts';
import { useWrite } from '../../api/useWrite.ts';
import { useMayWrite } from '../../auth/useStaff.ts';
import { useBusiness } from '../../business/BusinessContext.tsx';
import { PolicyFloorRemoveDocument, PolicyFloorsDocument } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Part } from '../../ui/Part.tsx';
import { FloorBreaks } from './FloorBreaks.tsx';
import { FloorDialog } from './FloorDialog.tsx';
import { useValueText } from './useValueText.ts';

/** What no version may go below, whoever approves it (S11); owners set it. */
export function Floors() {
  const t = useWords();
  const language = useLanguage();
  const { currency } = useBusiness();
  const valueText = useValueText(currency);
  // floors are for owners, as the settings are
  const mayWrite = useMayWrite('settings');
  const [adding, setAdding] = useState(false);
  const [remove, busy] = useWrite(PolicyFloorRemoveDocument);
  const read = useRead(PolicyFloorsDocument, {});
  return (
    <Panel
      title={t('policyGuard.floors.title')}
      action={
        mayWrite && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('policyGuard.floors.add')}
          </Button>
        )
      }
    >
      <Typography color="textSecondary" gutterBottom>
        {t('policyGuard.floors.intro')}
      </Typography>
      <Part of={read} height={48}>
        {({ policyFloors: { nodes }, policyFloorBreaks: breaks }) => (
          <>
            {nodes.length === 0 && <Typography>{t('policyGuard.floors.none')}</Typography>}
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
              {nodes.map((floor) => {
                const { label, text, row } = valueText(floor.kind, floor.field, floor.cell);
                const field = floor.row ? t('policyGuard.floors.inRow', { field: label, row: row(floor.row) }) : label;
                const kind = kindLabel(floor.kind, language);
                return (
                  <Box component="li" key={floor.id} sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
                    <Box sx={{ flex: 1, minWidth: 0 }}>
                      <strong>{kind}</strong> · {t('policyGuard.floors.atLeast', { field, bound: text(floor.bound) })}
                      <Typography variant="body2" color="textSecondary">
                        {floor.reason} · {t('policyGuard.floors.by', { who: floor.setBy })}
                      </Typography>
                      <FloorBreaks breaks={breaks.filter(({ floorId }) => floorId === floor.id)} said={text} />
                    </Box>
                    {mayWrite && (
                      <IconButton
                        size="small"
                        aria-label={t('policyGuard.floors.remove')}
                        disabled={busy}
                        onClick={() => void remove({ id: floor.id })}
                      >
                        <DeleteIcon fontSize="small" />
                      </IconButton>
                    )}
                  </Box>
                );
              })}
            </Box>
          </>
        )}
      </Part>
      {adding && <FloorDialog floors={read.data?.policyFloors.nodes ?? []} onClose={() => setAdding(false)} />}
    </Panel>
  );
}
