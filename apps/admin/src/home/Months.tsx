import { BarChart } from '@mui/x-charts/BarChart';
import { useNavigate } from 'react-router';
import { useFormat } from '../format/useFormat.ts';
import type { HomeFiguresQuery } from '../gql/graphql.ts';
import { minorUnits } from '../format/format.ts';
import { useWords } from '../i18n/useWords.ts';
import { OKABE_ITO } from '../ui/chartColours.ts';
import { ChartPanel } from '../ui/ChartPanel.tsx';
import { targetPath } from './targetPath.ts';

interface Props {
  months: HomeFiguresQuery['home']['months'];
  currency: string;
  /** Invoices of these months in other currencies. */
  elsewhere: number;
}

/** Revenue and returns by month; a bar leads to the invoices behind it. */
export function Months({ months, currency, elsewhere }: Props) {
  const t = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const money = (amount: number) => format.money(amount, currency, 'whole');
  const full = months.at(-2);
  const name = (month: string) => format.month(`${month}-01`);
  // The year stands under its first month only: twelve full names do not fit on a phone.
  const tick = (month: string) => {
    const year = month === months[0]?.month || month.endsWith('-01') ? `\n${month.slice(0, 4)}` : '';
    return `${format.month(`${month}-01`, 'alone')}${year}`;
  };
  const unit = minorUnits(currency);
  return (
    <ChartPanel
      title={t('home.months.title')}
      said={format.sentences([
        full && t('home.months.said', { revenue: money(full.revenue), returns: money(full.returns) }),
        t('home.months.running'),
        t('home.months.counted'),
        elsewhere > 0 && t('home.months.elsewhere', { smart_count: elsewhere, count: format.number(elsewhere) }),
      ])}
      headings={[t('home.months.month'), t('home.months.revenue'), t('home.months.returns')]}
      rows={months.map((month) => [
        { text: name(month.month) },
        { text: money(month.revenue), to: targetPath(month.revenueTarget) },
        { text: money(month.returns), to: targetPath(month.returnsTarget) },
      ])}
      picture={
        <BarChart
          height={220}
          margin={{ left: 0, right: 8, top: 8, bottom: 0 }}
          xAxis={[
            {
              data: months.map((month) => month.month),
              height: 40,
              tickLabelStyle: { fontSize: 11 },
              valueFormatter: (month: string, { location }: { location: string }) =>
                location === 'tick' ? tick(month) : name(month),
            },
          ]}
          yAxis={[
            {
              width: 64,
              valueFormatter: (value: number) => format.money(value * unit, currency, 'compact'),
              tickLabelStyle: { fontSize: 11 },
            },
          ]}
          series={[
            {
              id: 'revenue',
              label: t('home.months.revenue'),
              data: months.map((month) => month.revenue / unit),
              color: OKABE_ITO.blue,
              valueFormatter: (value) => money((value ?? 0) * unit),
            },
            {
              id: 'returns',
              label: t('home.months.returns'),
              data: months.map((month) => month.returns / unit),
              color: OKABE_ITO.orange,
              valueFormatter: (value) => money((value ?? 0) * unit),
            },
          ]}
          grid={{ horizontal: true }}
          borderRadius={2}
          skipAnimation
          onItemClick={(_event, item) => {
            const month = months[item.dataIndex];
            if (month)
              void navigate(targetPath(item.seriesId === 'returns' ? month.returnsTarget : month.revenueTarget));
          }}
        />
      }
    />
  );
}
