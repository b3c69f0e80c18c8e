/** Leads whoever wants to save to the first field that says why that cannot be yet. */
export const showWrong = (form: HTMLElement | null): void =>
  form?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
