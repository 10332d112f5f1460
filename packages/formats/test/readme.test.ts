import { readFileSync } from 'node:fs';
import * as core from '@orientir/core';
import { describe, expect, it, vi } from 'vitest';
import * as formats from '../src/index.js';

describe('the README', () => {
  it('has an example that prints what it says', async () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const expected = [...code.matchAll(/^\/\/ => (.*)$/gm)].map((match) => match[1]);
    expect(expected.length).toBeGreaterThan(0);
    const printed: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((...words) => {
      printed.push(words.join(' '));
    });
    const body = code
      .replace(/import (\{[^}]*\}) from '@orientir\/core';/, 'const $1 = core;')
      .replace(/import (\{[^}]*\}) from '@orientir\/formats';/, 'const $1 = formats;')
      .replace(/\((name): string, (text): string\)/, '($1, $2)');
    await new Function('core', 'formats', `return (async () => {${body}})()`)(core, formats);
    log.mockRestore();
    expect(printed).toEqual(expected);
  });
});
