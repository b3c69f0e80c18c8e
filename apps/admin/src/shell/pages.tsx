import AssignmentIcon from '@mui/icons-material/AssignmentTurnedInOutlined';
import CampaignIcon from '@mui/icons-material/NotificationsActiveOutlined';
import CategoryIcon from '@mui/icons-material/Inventory2Outlined';
import GroupIcon from '@mui/icons-material/PeopleOutlined';
import HandshakeIcon from '@mui/icons-material/HandshakeOutlined';
import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import ManageAccountsIcon from '@mui/icons-material/ManageAccountsOutlined';
import FulfilmentIcon from '@mui/icons-material/LocalShippingOutlined';
import QuoteIcon from '@mui/icons-material/RequestQuoteOutlined';
import ReceiptIcon from '@mui/icons-material/ReceiptLongOutlined';
import ReturnIcon from '@mui/icons-material/KeyboardReturnOutlined';
import RuleIcon from '@mui/icons-material/VerifiedOutlined';
import ScheduleIcon from '@mui/icons-material/ScheduleOutlined';
import SettingsIcon from '@mui/icons-material/SettingsOutlined';
import SpaIcon from '@mui/icons-material/SpaOutlined';
import StorefrontIcon from '@mui/icons-material/StorefrontOutlined';
import TodayIcon from '@mui/icons-material/WbSunnyOutlined';
import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import type { WordKey } from '../i18n/useWords.ts';

/** One entry of the menu and of the palette. */
export interface PageEntry {
  name: string;
  path: string;
  label: WordKey;
  icon: typeof TodayIcon;
  /** A hairline stands above the first page of a new group. */
  newGroup?: boolean;
}

export const pages: PageEntry[] = [
  // the relationship, a sale from its quote to what comes after it, what stands behind them, the house itself
  { name: 'today', path: '/', label: 'shell.menu.today', icon: TodayIcon },
  { name: 'customers', path: '/customers', label: 'shell.menu.customers', icon: GroupIcon },
  { name: 'warnings', path: '/warnings', label: 'shell.menu.warnings', icon: CampaignIcon },
  { name: 'plans', path: '/plans', label: 'shell.menu.plans', icon: SpaIcon },
  { name: 'quotes', path: '/quotes', label: 'shell.menu.quotes', icon: QuoteIcon, newGroup: true },
  { name: 'invoices', path: '/invoices', label: 'shell.menu.invoices', icon: ReceiptIcon },
  { name: 'fulfilment', path: '/fulfilment', label: 'shell.menu.fulfilment', icon: FulfilmentIcon },
  { name: 'claims', path: '/claims', label: 'shell.menu.claims', icon: AssignmentIcon },
  { name: 'returns', path: '/returns', label: 'shell.menu.returns', icon: ReturnIcon },
  { name: 'policies', path: '/policies', label: 'shell.menu.policies', icon: RuleIcon, newGroup: true },
  { name: 'points', path: '/servicePoints', label: 'shell.menu.points', icon: StorefrontIcon },
  { name: 'calendars', path: '/calendars', label: 'shell.menu.calendars', icon: ScheduleIcon },
  { name: 'products', path: '/products', label: 'shell.menu.products', icon: CategoryIcon },
  { name: 'partners', path: '/partners', label: 'shell.menu.partners', icon: HandshakeIcon },
  { name: 'importing', path: '/import', label: 'shell.menu.importing', icon: UploadIcon, newGroup: true },
  { name: 'staff', path: '/staff', label: 'shell.menu.staff', icon: ManageAccountsIcon },
  { name: 'audit', path: '/audit', label: 'shell.menu.audit', icon: HistoryIcon },
  { name: 'settings', path: '/settings', label: 'shell.menu.settings', icon: SettingsIcon },
];
