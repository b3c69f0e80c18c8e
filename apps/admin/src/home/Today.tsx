import { Page } from '../ui/Page.tsx';
import { useWords } from '../i18n/useWords.ts';

/** What needs attention today, and how the business does. */
export default function Today() {
  const t = useWords();
  return <Page title={t('home.title')}>…</Page>;
}
