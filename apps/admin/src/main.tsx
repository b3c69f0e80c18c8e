import { createRoot } from 'react-dom/client';
import { localStorageStore } from 'react-admin';
import { App } from './App.tsx';
import { registerExtensions } from './extensions.ts';
import { firstLanguage } from './i18n/languages.ts';
import { loadWords } from './i18n/load.ts';
import { i18nProviderFor } from './i18n/provider.ts';
import { watchBack } from './shell/backGuard.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html needs an element with the id "root".');

registerExtensions();
watchBack();

// The dictionary comes before the first drawing, so that nobody sees a flash of another language.
const store = localStorageStore('1', 'perennial');
const language = firstLanguage(store.getItem<string>('locale'), navigator.languages);
document.documentElement.lang = language;
// the words of waiting, which stand in the page
document.documentElement.dataset.language = language;
const words = await loadWords(language).catch((error: unknown) => {
  // nothing can be drawn without them: the page says so, as far as it goes without
  document.documentElement.dataset.failed = '';
  throw error;
});
const i18nProvider = i18nProviderFor(language, words, loadWords);
store.setItem('locale', language);

createRoot(root).render(<App store={store} i18nProvider={i18nProvider} />);
