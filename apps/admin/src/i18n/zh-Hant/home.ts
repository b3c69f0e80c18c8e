import type { home as en } from '../en/home.ts';
import type { Same } from '../same.ts';

export const home: Same<typeof en> = {
  title: '今日',
};
