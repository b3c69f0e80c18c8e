/** The sign-in page. */
export const auth = {
  title: 'Sign in to Perennial',
  welcome: 'Keep the customers you have: what you promised them, whether it was kept, and who is drifting away.',
  email: 'E-mail',
  password: 'Password',
  show: 'Show the password',
  hide: 'Hide the password',
  submit: 'Sign in',
  firstStart: 'First start? The owner’s e-mail and password were printed once where the server was started.',
  failed: 'E-mail and password do not match an account. Check both and try again.',
  tooMany: 'Too many tries in a short time. Wait a minute, then try again.',
  unreachable: 'The server did not answer. Check the connection and try again.',
  change: {
    title: 'Change your password',
    current: 'Current password',
    new: 'New password',
    hint: 'At least 10 characters. You are signed out everywhere else.',
    repeat: 'New password again',
    different: 'This is not the same as the new password.',
    submit: 'Change the password',
    done: 'The new password is in force; you are signed out everywhere else.',
  },
};
