import { Box } from '@mui/material';
import type { Amount } from '../format/format.ts';
import { useFormat } from '../format/useFormat.ts';

/** An amount with a bar that compares it to the largest one shown; in another currency than that one it has no bar. */
export function ValueBar({ value, most }: { value: Amount; most: Amount }) {
  const format = useFormat();
  const comparable = value.currency === most.currency;
  const share = comparable && most.amount > 0 ? Math.max(0, Math.min(1, value.amount / most.amount)) : 0;
  return (
    <Box sx={{ display: 'inline-block', minWidth: 112, width: '100%' }}>
      <Box sx={{ textAlign: 'right' }}>{format.money(value.amount, value.currency)}</Box>
      {comparable && (
        <Box aria-hidden sx={{ height: 4, borderRadius: 2, bgcolor: 'action.hover', mt: 0.25 }}>
          <Box sx={{ height: 4, borderRadius: 2, bgcolor: 'primary.main', width: `${share * 100}%` }} />
        </Box>
      )}
    </Box>
  );
}
