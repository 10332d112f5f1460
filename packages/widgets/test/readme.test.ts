import { describe, expect, it, vi } from 'vitest';
import readme from '../README.md?raw';
import planSource from '../src/plan/orientir-plan.ts?raw';
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

  it('names every property, attribute, event, part and custom property of the plan', () => {
    const section = /## The plan\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
    const { properties } = /static override readonly properties = \{(?<properties>[\s\S]*?)\n {2}\};/.exec(
      planSource,
    )?.groups ?? { properties: '' };
    const names = [
      ...(properties ?? '').matchAll(/(\w+): \{ (?:attribute|reflect)/g),
      ...(properties ?? '').matchAll(/attribute: '([\w-]+)'/g),
      ...planSource.matchAll(/@fires ([\w-]+)/g),
      ...planSource.matchAll(/@cssproperty \[([\w-]+)\]/g),
    ].map((match) => `\`${match[1]}\``);
    const parts = [...planSource.matchAll(/@csspart ([\w-]+)/g)].map((match) => `::part(${match[1]})`);
    expect([names.length, parts.length]).toEqual([11, 5]);
    expect([...names, ...parts].filter((name) => !section.includes(name))).toEqual([]);
  });
});
