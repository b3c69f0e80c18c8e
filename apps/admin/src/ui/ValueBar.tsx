import { Box } from '@mui/material';
import type { Amount } from '../format/format.ts';
import { useFormat } from '../format/useFormat.ts';

/** An amount with a bar that compares it to the largest one shown. */
export function ValueBar({ value, most }: { value: Amount; most: number }) {
  const format = useFormat();
  const share = most > 0 ? Math.max(0, Math.min(1, value.amount / most)) : 0;
  return (
    <Box sx={{ display: 'inline-block', minWidth: 112, width: '100%' }}>
      <Box sx={{ textAlign: 'right' }}>{format.money(value.amount, value.currency)}</Box>
      <Box aria-hidden sx={{ height: 4, borderRadius: 2, bgcolor: 'action.hover', mt: 0.25 }}>
        <Box sx={{ height: 4, borderRadius: 2, bgcolor: 'primary.main', width: `${share * 100}%` }} />
      </Box>
    </Box>
  );
}
