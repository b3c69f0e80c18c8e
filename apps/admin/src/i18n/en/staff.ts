/** Who signs in here. */
export const staff = {
  title: 'Staff',
  intro: 'Who signs in here, and what they may do.',
  new: 'New member of staff',
  add: 'Add them',
  edit: 'Change %{name}',
  column: { name: 'Name', email: 'E-mail', role: 'Role', state: 'May sign in', since: 'Since' },
  active: 'yes',
  inactive: 'no',
  password: 'Password',
  passwordHint:
    'At least 10 characters. Hand it over in person; they choose one of their own after signing in, and need it to approve a promise of less.',
  newPassword: 'New password',
  setPassword: 'Give a new password',
  setPasswordText: 'They are signed out everywhere and sign in with the new password.',
  passwordSet: 'The new password is in force.',
  mayDo: {
    OWNER: 'Everything.',
    POLICY_MANAGER: 'Policies, partners, products, imports and customers.',
    AGENT: 'Customers, contacts, warnings and plans.',
    AUDITOR: 'Reads everything but this page, the audit trail included; changes nothing.',
  },
  empty: { title: 'Nobody yet', text: 'Those who sign in here stand in this list, with what they may do.' },
};
