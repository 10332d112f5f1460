import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inputFiles } from '../src/input-files.js';

it.skipIf(process.platform === 'win32')('does not wait for a named pipe among the files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'orientir-pipe-'));
  execFileSync('mkfifo', [join(folder, 'pipe.csv')]);
  const [pipe] = await inputFiles([folder]);
  expect(await pipe?.read(0, 64)).toEqual(new Uint8Array(0));
  await rm(folder, { recursive: true });
});
