import { expect, it } from 'vitest';
import { once } from './once.js';

it('makes a value when it is first asked for, once, even where it is nothing', () => {
  let made = 0;
  const value = once(() => {
    made++;
    return undefined;
  });
  expect(made).toBe(0);
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(made).toBe(1);
});
