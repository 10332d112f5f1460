import { describe, expect, it, vi } from 'vitest';
import readme from '../README.md?raw';

/** Runs the example of the README against the built package and compares what it prints with its own comments. */
describe('the README', () => {
  it('has an example that prints what it says', async () => {
    const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const expected = [...code.matchAll(/^\/\/ => (.*)$/gm)].map((match) => match[1]);
    expect(expected.length).toBeGreaterThan(0);
    const printed: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((...words) => {
      printed.push(words.join(' '));
    });
    const core = await import('../src/index.js');
    const body = code
      .replace(/import \{([^}]*)\} from '@orientir\/core';/, (_, names: string) => {
        const values = names.split(',').filter((name) => !name.trim().startsWith('type '));
        return `const {${values.join(',')}} = core;`;
      })
      .replace(/const work: Assessment/, 'const work');
    new Function('core', body)(core);
    log.mockRestore();
    expect(printed).toEqual(expected);
  });
});
