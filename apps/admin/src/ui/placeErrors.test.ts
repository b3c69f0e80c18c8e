import { createFormControl } from 'react-hook-form';
import { describe, expect, test } from 'vitest';
import { placeErrors } from './placeErrors.ts';

describe('a refusal is put where somebody sees it', () => {
  test('beside the input of its path, the one around it, or the only one within it', () => {
    const shown = ['name', 'regions', 'refundPaid.amount'];
    expect(placeErrors({ name: 'a', 'regions.0': 'b', refundPaid: 'c' }, shown)).toEqual({
      name: 'a',
      regions: 'b',
      'refundPaid.amount': 'c',
    });
  });

  test('a path that no input shows is told above the buttons, with what names no path at all', () => {
    expect(placeErrors({ proof: 'a', root: { serverError: 'b' }, note: 'c' }, ['note', 'nothing'])).toEqual({
      note: 'c',
      root: { at_proof: 'a', serverError: 'b' },
    });
  });

  test('a name that only begins alike is another input; several within a path are not guessed among', () => {
    expect(placeErrors({ note: 'a' }, ['notes'])).toEqual({ root: { at_note: 'a' } });
    expect(placeErrors({ lines: 'a' }, ['lines.0.serial', 'lines.1.serial'])).toEqual({ root: { at_lines: 'a' } });
  });

  test('what was refused once can be submitted again when it was mended', async () => {
    const form = createFormControl<Record<string, string>>({ defaultValues: { signedBy: '' } });
    form.register('signedBy');
    let sent = 0;
    const submit = form.handleSubmit(() => {
      sent += 1;
      const { root } = placeErrors({ proof: 'say what was done' }, ['signedBy']);
      for (const [key, message] of Object.entries(root as unknown as Record<string, string>)) {
        form.setError(`root.${key}`, { type: 'server', message });
      }
    });
    await submit();
    await submit();
    expect(sent).toBe(2);
  });
});
