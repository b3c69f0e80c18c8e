import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import CancelIcon from '@mui/icons-material/HighlightOff';
import { Button, Link, List, ListItem, ListItemIcon, ListItemText, Typography } from '@mui/material';
import { pointIn } from '@perennial/domain/points/point';
import { useState, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router';
import { useRead } from '../api/useRead.ts';
import { useWrite } from '../api/useWrite.ts';
import { useMayWrite } from '../auth/useStaff.ts';
import { useBusiness } from '../business/BusinessContext.tsx';
import { useFormat } from '../format/useFormat.ts';
import { ServicePointPageDocument, ServicePointProbeDocument } from '../gql/graphql.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Page } from '../ui/Page.tsx';
import { PagePart } from '../ui/PagePart.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Website } from '../ui/Website.tsx';
import { SideBySide } from '../ui/SideBySide.tsx';
import { channelsOf, type PointFile } from './point.ts';
import { PointForm } from './PointForm.tsx';
import { ProbeForm } from './ProbeForm.tsx';

/** One service point: how to reach it, and every try to. */
export default function PointPage() {
  const { id = '' } = useParams();
  const read = useRead(ServicePointPageDocument, { id });
  return (
    <PagePart of={read}>
      {({ servicePoint }) => (servicePoint ? <Loaded point={servicePoint} /> : <NotFound />)}
    </PagePart>
  );
}

function Loaded({ point }: { point: PointFile }) {
  const t = useWords();
  const language = useLanguage();
  const notify = useNotify();
  const mayWrite = useMayWrite('points');
  const mayProbe = useMayWrite('probes');
  const [open, setOpen] = useState<'edit' | 'probe' | undefined>();
  const [probe, busy] = useWrite(ServicePointProbeDocument);
  const [channel] = channelsOf(point);
  const answered = async () => {
    if (!channel) return;
    const { payload } = await probe({ pointId: point.id, channel, answered: true });
    if (payload) notify('points.probe.done', { type: 'success' });
  };
  return (
    <Page
      title={pointIn(point, language).name}
      actions={
        <>
          {mayWrite && (
            <Button color="secondary" onClick={() => setOpen('edit')}>
              {t('points.edit')}
            </Button>
          )}
          {mayProbe && (
            <Button color="secondary" onClick={() => setOpen('probe')}>
              {t('points.probe.open')}
            </Button>
          )}
          {mayProbe && channel && (
            <Button variant="contained" disabled={busy} onClick={() => void answered()}>
              {t('points.probe.answered', { channel: t(`values.ProbeChannel.${channel}`) })}
            </Button>
          )}
        </>
      }
    >
      <SideBySide shape="minmax(0, 1fr) 340px">
        <Panel title={t('points.history.title')}>
          <History point={point} />
        </Panel>
        <Panel title={t('points.about')}>
          <About point={point} />
        </Panel>
      </SideBySide>
      <PointForm point={point} open={open === 'edit'} onClose={() => setOpen(undefined)} />
      {open === 'probe' && <ProbeForm point={point} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

function About({ point }: { point: PointFile }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const { asOf } = useBusiness();
  const { address, note } = pointIn(point, language);
  const last = point.lastAnsweredOn;
  const rows: [string, ReactNode][] = [
    [t('points.state'), t(point.active ? 'points.active' : 'points.inactive')],
    [t('points.column.answered'), last ? `${format.date(last)} · ${format.daysFrom(asOf, last)}` : t('points.never')],
  ];
  if (point.phone) {
    rows.push([
      t('points.phone'),
      <Link key="phone" href={`tel:${point.phone.replaceAll(' ', '')}`}>
        {point.phone}
      </Link>,
    ]);
  }
  if (address) rows.push([t('points.address'), address]);
  if (point.email) {
    rows.push([
      t('points.email'),
      <Link key="email" href={`mailto:${point.email}`}>
        {point.email}
      </Link>,
    ]);
  }
  if (point.website) rows.push([t('points.website'), <Website key="website" address={point.website} />]);
  rows.push([t('points.region'), point.region ?? t('points.everywhere')]);
  rows.push([
    t('points.hours'),
    point.calendar ? (
      <Link key="hours" component={RouterLink} to={`/calendars/${encodeURIComponent(point.calendar.id)}/show`}>
        {point.calendar.name}
      </Link>
    ) : (
      t('points.noHours')
    ),
  ]);
  if (note) rows.push([t('points.note'), note]);
  return <Facts rows={rows} />;
}

function History({ point: { probes } }: { point: PointFile }) {
  const t = useWords();
  const format = useFormat();
  if (probes.nodes.length === 0) return <Typography color="textSecondary">{t('points.history.none')}</Typography>;
  const more = probes.totalCount - probes.nodes.length;
  return (
    <>
      <List dense disablePadding aria-label={t('points.history.title')}>
        {probes.nodes.map((each) => (
          <ListItem key={each.id} disableGutters alignItems="flex-start">
            <ListItemIcon sx={{ minWidth: 32, mt: 0.75 }}>
              {each.answered ? (
                <CheckIcon color="success" fontSize="small" aria-hidden />
              ) : (
                <CancelIcon color="error" fontSize="small" aria-hidden />
              )}
            </ListItemIcon>
            <ListItemText
              primary={`${format.date(each.on)} · ${t(each.answered ? 'points.probe.yes' : 'points.probe.no')} (${t(`values.ProbeChannel.${each.channel}`)})`}
              secondary={[t('points.history.by', { by: each.by }), each.note].filter(Boolean).join(' · ')}
            />
          </ListItem>
        ))}
      </List>
      {more > 0 && (
        <Typography color="textSecondary">{t('points.history.more', { smart_count: more, count: more })}</Typography>
      )}
    </>
  );
}
