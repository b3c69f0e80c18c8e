import { Box, Button, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useWords } from '../i18n/useWords.ts';

/** An address that leads nowhere. */
export function NotFound() {
  const t = useWords();
  return (
    <Box sx={{ py: 6, maxWidth: 560 }}>
      <Typography variant="h1" gutterBottom>
        {t('shell.notFound.title')}
      </Typography>
      <Typography sx={{ mb: 2 }}>{t('shell.notFound.text')}</Typography>
      <Button variant="contained" component={Link} to="/">
        {t('shell.notFound.back')}
      </Button>
    </Box>
  );
}
