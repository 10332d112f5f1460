import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder, run } from './run.js';

describe('the README', () => {
  it('has commands that run as they stand', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    const lines =
      /```sh\n([\s\S]*?)```/
        .exec(readme)?.[1]
        ?.split('\n')
        .filter((line) => line !== '') ?? [];
    const folder = await freshFolder();
    const statuses: number[] = [];
    for (const line of lines) {
      const words = line
        .replace(/\s+#.*$/, '')
        .split(/\s+/)
        .slice(2);
      const placed = words.map((word, i) =>
        i > 0 && !word.startsWith('--') && !['responses'].includes(word) ? join(folder, word) : word,
      );
      if (line.includes('merge')) {
        for (const [name, year] of [
          ['а', '2021'],
          ['б', '2026'],
        ] as const)
          await run(
            'analyze',
            join(folder, 'регион', year),
            '--out',
            join(folder, name),
            '--tables',
            'tally',
          );
      }
      statuses.push((await run(...placed)).status);
    }
    expect(statuses).toEqual([0, 1, 0, 0, 0, 0, 0]);
  });
});
