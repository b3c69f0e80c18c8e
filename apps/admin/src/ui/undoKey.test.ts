import { expect, it, vi } from 'vitest';
import { undoKeys } from './undoKey.ts';

const press = (page: EventTarget, keys: object = { key: 'z', ctrlKey: true }): boolean => {
  const event = Object.assign(new Event('keydown', { cancelable: true }), keys);
  page.dispatchEvent(event);
  return event.defaultPrevented;
};

it('Ctrl+Z takes back removals, the last one first, each once', () => {
  const page = new EventTarget();
  const { offer } = undoKeys(page);
  const done: string[] = [];
  offer(() => done.push('first'));
  offer(() => done.push('second'));
  expect(press(page)).toBe(true);
  expect(press(page, { key: 'Z', metaKey: true })).toBe(true);
  expect(press(page), 'the browser’s own again').toBe(false);
  expect(done).toEqual(['second', 'first']);
});

it('whoever typed since undoes what they typed', () => {
  const page = new EventTarget();
  const undo = vi.fn();
  undoKeys(page).offer(undo);
  page.dispatchEvent(new Event('input'));
  expect(press(page)).toBe(false);
  expect(undo).not.toHaveBeenCalled();
});

it('neither redo, nor what was taken back by its button, nor a page that is gone', () => {
  const page = new EventTarget();
  const undo = vi.fn();
  const { offer, forget } = undoKeys(page);
  const withdraw = offer(undo);
  expect(press(page, { key: 'z', ctrlKey: true, shiftKey: true })).toBe(false);
  withdraw();
  expect(press(page)).toBe(false);
  offer(undo);
  forget();
  expect(press(page)).toBe(false);
  expect(undo).not.toHaveBeenCalled();
});
