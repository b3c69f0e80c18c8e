/** The audit trail. */
export const audit = {
  title: 'Audit',
  intro: 'Who did what, when. Written with every change, numbered without gaps, never altered.',
  column: { seq: 'No.', at: 'When', who: 'Who', what: 'What', subject: 'On what', change: 'Change' },
  kind: { staff: 'staff', partner: 'partner', system: 'the system' },
  before: 'Before',
  after: 'After',
  show: 'Show',
  empty: {
    title: 'Nothing was changed yet',
    text: 'Every change that somebody makes stands here, with who made it and what was there before.',
  },
  refused: 'Refused: %{reason}',
  refusedMore: 'Refused %{count} more times in the same minute: %{reason}',
};
