import { describe, expect, it, vi } from 'vitest';
import readme from '../README.md?raw';
import * as solveRates from '../src/solve-rates/index.js';

describe('the README', () => {
  it('has an example that prints what it says', () => {
    const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const expected = [...code.matchAll(/^\/\/ => (.*)$/gm)].map((match) => match[1]);
    expect(expected.length).toBeGreaterThan(0);
    const printed: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((...words: readonly unknown[]) => {
      printed.push(words.join(' '));
    });
    new Function('solveRates', code.replace(/import (\{[^}]*\}) from '[^']*';/, 'const $1 = solveRates;'))(
      solveRates,
    );
    log.mockRestore();
    expect(printed).toEqual(expected);
  });
});
