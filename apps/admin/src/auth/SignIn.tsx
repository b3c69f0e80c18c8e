import HideIcon from '@mui/icons-material/VisibilityOffOutlined';
import ShowIcon from '@mui/icons-material/VisibilityOutlined';
import { Alert, Box, Button, IconButton, InputAdornment, Link, Paper, TextField, Typography } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { Notification, useLocaleState, useLogin } from 'react-admin';
import { languages } from '../i18n/languages.ts';
import { useWords, type WordKey } from '../i18n/useWords.ts';
import { Leaf } from '../shell/Leaf.tsx';
import { SignInError } from './authProvider.ts';

/** E-mail and password, and the language for those who cannot read this one. */
export function SignIn() {
  const t = useWords();
  const login = useLogin();
  const [locale, setLocale] = useLocaleState();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<WordKey | undefined>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (email.trim() === '' || password === '') return;
    setBusy(true);
    setProblem(undefined);
    try {
      await login({ email, password });
    } catch (error) {
      setProblem(error instanceof SignInError ? (error.message as WordKey) : 'auth.unreachable');
    } finally {
      setBusy(false);
    }
  };

  const missing = (text: string) =>
    tried && text === '' ? { error: true, helperText: t('ra.validation.required') } : {};

  return (
    <Box component="main" sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2 }}>
      <Box sx={{ width: '100%', maxWidth: 400 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 1 }}>
          <Leaf size={36} />
          <Typography variant="h1">{t('auth.title')}</Typography>
        </Box>
        <Typography color="textSecondary" sx={{ mb: 3 }}>
          {t('auth.welcome')}
        </Typography>
        <Paper
          component="form"
          // what is missing is said at its field, in the language of the page and not of the browser
          noValidate
          onSubmit={(event) => void submit(event)}
          sx={{ p: 3, display: 'grid', gap: 2 }}
        >
          {problem && (
            <Alert severity="error" id="sign-in-problem">
              {t(problem)}
            </Alert>
          )}
          <TextField
            label={t('auth.email')}
            type="email"
            name="email"
            autoComplete="username"
            autoFocus
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            {...missing(email.trim())}
          />
          <TextField
            label={t('auth.password')}
            type={shown ? 'text' : 'password'}
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            {...missing(password)}
            slotProps={{
              input: {
                endAdornment: (
                  <InputAdornment position="end">
                    <IconButton
                      onClick={() => setShown(!shown)}
                      edge="end"
                      size="small"
                      aria-label={t(shown ? 'auth.hide' : 'auth.show')}
                    >
                      {shown ? <HideIcon fontSize="small" /> : <ShowIcon fontSize="small" />}
                    </IconButton>
                  </InputAdornment>
                ),
              },
            }}
          />
          <Button type="submit" variant="contained" size="large" disabled={busy}>
            {t('auth.submit')}
          </Button>
          <Typography variant="caption" color="textSecondary">
            {t('auth.firstStart')}
          </Typography>
        </Paper>
        <Box
          component="nav"
          aria-label={t('shell.language')}
          sx={{ display: 'flex', gap: 2, mt: 2, justifyContent: 'center' }}
        >
          {languages.map((each) => (
            <Link
              key={each.locale}
              component="button"
              type="button"
              lang={each.locale}
              aria-current={each.locale === locale ? 'true' : undefined}
              onClick={() => setLocale(each.locale)}
              sx={{ minHeight: 24, fontWeight: each.locale === locale ? 650 : 400 }}
            >
              {each.name}
            </Link>
          ))}
        </Box>
      </Box>
      <Notification />
    </Box>
  );
}
