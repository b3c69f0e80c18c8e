import { Button } from '@mui/material';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';

/** Opens the public charter as everybody sees it, or prints it. Shown where something was published. */
export function CharterLinks({ slug }: { slug: string }) {
  const t = useWords();
  const language = useLanguage();
  const address = `/charter/${encodeURIComponent(slug)}?lang=${language}`;
  const print = () => {
    const page = window.open(address, '_blank');
    // the page itself runs nothing; this one, of the same origin, asks the browser to print it
    page?.addEventListener('load', () => page.print());
  };
  return (
    <>
      <Button color="secondary" href={address} target="_blank" rel="noopener">
        {t('whatIf.charter.open')}
      </Button>
      <Button color="secondary" onClick={print}>
        {t('whatIf.charter.print')}
      </Button>
    </>
  );
}
