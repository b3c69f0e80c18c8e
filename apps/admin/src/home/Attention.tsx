import ClaimIcon from '@mui/icons-material/AssignmentOutlined';
import ActionIcon from '@mui/icons-material/EventAvailableOutlined';
import TaskIcon from '@mui/icons-material/LocalShippingOutlined';
import PlanIcon from '@mui/icons-material/SpaOutlined';
import ReturnIcon from '@mui/icons-material/KeyboardReturnOutlined';
import CutIcon from '@mui/icons-material/TrendingDownOutlined';
import PointIcon from '@mui/icons-material/PhoneMissedOutlined';
import WarnIcon from '@mui/icons-material/NotificationsActiveOutlined';
import { Box, Button, Typography } from '@mui/material';
import { attentionFor, sayAttention } from '@perennial/domain/insights/attention';
import { Link } from 'react-router';
import { useMayWrite } from '../auth/useStaff.ts';
import { useFormat } from '../format/useFormat.ts';
import type { HomeFiguresQuery } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { Panel } from '../ui/Panel.tsx';
import { targetPath } from './targetPath.ts';

const ICONS = {
  ACTION_DUE: ActionIcon,
  CLAIM_DUE: ClaimIcon,
  TASK_DUE: TaskIcon,
  WARNING: WarnIcon,
  PLAN_WAITING: PlanIcon,
  RETURNS_OPEN: ReturnIcon,
  CUT_WAITING: CutIcon,
  POINT_SILENT: PointIcon,
} as const;

interface Props {
  home: Pick<HomeFiguresQuery['home'], 'attention' | 'standsOn'>;
}

/** Up to five things, each with its reason and the one click that deals with it. */
export function Attention({ home: { attention: items, standsOn } }: Props) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const may = { importSales: useMayWrite('importing'), closeReturns: useMayWrite('warnings') };
  return (
    <Panel title={t('home.attention.title')}>
      {items.length === 0 && <Typography color="textSecondary">{t('home.attention.none')}</Typography>}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {items.map((item) => {
          const Icon = ICONS[item.kind];
          const overdue = item.dueOn !== null && item.dueOn < standsOn;
          return (
            <Box
              component="li"
              key={`${item.kind} ${item.target.id} ${item.code}`}
              sx={{
                display: 'flex',
                gap: 1.5,
                py: 1.5,
                borderTop: 1,
                borderColor: 'divider',
                '&:first-of-type': { borderTop: 0, pt: 0 },
              }}
            >
              <Icon
                aria-hidden
                sx={{
                  color: overdue ? 'error.main' : item.kind === 'WARNING' ? 'warning.main' : 'primary.main',
                  mt: 0.25,
                }}
              />
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Typography>
                  {sayAttention(
                    {
                      code: attentionFor(item.code, may),
                      params: item.params as Parameters<typeof sayAttention>[0]['params'],
                    },
                    language,
                  )}
                </Typography>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5 }}>
                  <Button size="small" component={Link} to={targetPath(item.target)} sx={{ ml: -0.75 }}>
                    {t(`home.attention.go.${item.kind}`)}
                  </Button>
                  {item.dueOn && (
                    <Typography variant="body2" sx={{ color: overdue ? 'error.main' : 'text.secondary' }}>
                      {item.dueOn === standsOn
                        ? t('home.attention.dueToday')
                        : t('home.attention.due', { when: format.daysFrom(standsOn, item.dueOn) })}
                    </Typography>
                  )}
                </Box>
              </Box>
            </Box>
          );
        })}
      </Box>
    </Panel>
  );
}
