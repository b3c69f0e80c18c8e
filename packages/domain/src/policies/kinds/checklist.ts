import type { FormField } from './form.ts';

/** What is ticked off when the work is done; fulfilment tasks take it over. */
export const CHECKLIST = {
  type: 'words',
  max: 50,
  default: [],
  better: 'more',
  label: { en: 'Checklist', 'zh-Hant': '檢查清單', 'zh-Hans': '检查清单' },
} as const satisfies FormField;
