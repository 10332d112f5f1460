import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../dist/orientir.js', import.meta.url));

describe('the program itself', () => {
  it('says nothing beside what it was asked for, whichever Node runs it', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, '--version'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
