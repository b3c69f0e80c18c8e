import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Alert, Box, Button, LinearProgress, Paper, Typography } from '@mui/material';
import { DomainError } from '@perennial/domain/shared/errors';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { ApiError, errorKey } from '../api/errors.ts';
import { useFormat } from '../format/useFormat.ts';
import { useWords } from '../i18n/useWords.ts';
import { checkFile } from './checkFile.ts';
import { sendFile } from './sendFile.ts';

/** Step one: a file, dropped or chosen. */
export function DropFile() {
  const t = useWords();
  const translate = useTranslate();
  const format = useFormat();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<{ name: string; share: number } | undefined>();
  const [problem, setProblem] = useState<string | undefined>();

  const take = async (file: File | undefined) => {
    if (!file) return;
    setProblem(undefined);
    try {
      await checkFile(file);
      setSending({ name: file.name, share: 0 });
      const id = await sendFile(file, (share) => setSending({ name: file.name, share }));
      await navigate(`/import/${encodeURIComponent(id)}`);
    } catch (error) {
      const told = error instanceof ApiError || error instanceof DomainError;
      const { code, message } = told ? error : { code: 'UPLOAD_FAILED', message: '' };
      setProblem(translate(errorKey(code), { _: message || t('importing.failedUpload') }));
    } finally {
      setSending(undefined);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };

  return (
    <Paper
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{
        p: 3,
        display: 'grid',
        gap: 2,
        justifyItems: 'center',
        borderStyle: 'dashed',
        borderColor: over ? 'primary.main' : undefined,
      }}
    >
      {problem && <Alert severity="error">{problem}</Alert>}
      {sending ? (
        <Box role="status" sx={{ width: '100%', maxWidth: 480 }}>
          <Typography gutterBottom>
            {t('importing.uploading', { name: sending.name, percent: format.percent(sending.share) })}
          </Typography>
          <LinearProgress
            variant="determinate"
            value={sending.share * 100}
            aria-label={t('importing.uploading', { name: sending.name, percent: '' })}
          />
        </Box>
      ) : (
        <>
          <Typography color="textSecondary">{t('importing.drop')}</Typography>
          <Button
            variant="contained"
            startIcon={<UploadIcon />}
            onClick={() => input.current?.click()}
            data-shortcut="new"
            aria-keyshortcuts="n"
          >
            {t('importing.choose')}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".csv,.gz,.txt,.tsv,text/csv"
            hidden
            aria-label={t('importing.choose')}
            onChange={(event) => {
              void take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </>
      )}
    </Paper>
  );
}
