import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeFolder, writeOneFile } from '../src/output-folder.js';
import { contents, freshFolder, put, run } from './run.js';

const PROGRAM = fileURLToPath(new URL('../dist/orientir.js', import.meta.url));

const HEADER = 'school,class,pupil,1,2,3';
const rowsOf = (pupils: number) =>
  Array.from({ length: pupils }, (_, i) => `s${i % 900},${i % 11}А,p${i},1,${i % 2},${i % 3}`).join('\n');

/** A folder with results of a former run and a file of somebody else, and a large input. */
async function prepared(pupils: number): Promise<string> {
  const folder = await freshFolder();
  await put(folder, {
    'in/a.csv': `${HEADER}\n${rowsOf(pupils)}\n`,
    'small/a.csv': `${HEADER}\n${rowsOf(30)}\n`,
    'out/letter.txt': 'a letter',
  });
  await run('analyze', join(folder, 'small'), '--out', join(folder, 'out'), '--force');
  return folder;
}

async function child(words: readonly string[], before = ''): Promise<{ status: number; said: string }> {
  const shell = spawn('bash', ['-c', `${before} exec "$@"`, 'bash', process.execPath, PROGRAM, ...words]);
  let said = '';
  shell.stderr.on('data', (data: Buffer) => {
    said += data.toString();
  });
  const [status] = await once(shell, 'exit');
  return { status: Number(status), said };
}

describe('a run that is broken off', () => {
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    it(`leaves everything as it was after ${signal}, whenever it comes`, { timeout: 120_000 }, async () => {
      const folder = await prepared(40_000);
      const before = await contents(folder);
      let broken = 0;
      for (const wait of [50, 250, 450, 600, 700, 800, 900, 1000, 1200, 1500]) {
        const words = ['analyze', join(folder, 'in'), '--out', join(folder, 'out')];
        const shell = spawn(process.execPath, [PROGRAM, ...words], { stdio: 'ignore' });
        const timer = globalThis.setTimeout(() => shell.kill(signal), wait);
        const [ended, by] = await once(shell, 'exit');
        clearTimeout(timer);
        // A signal before the program has begun ends it as any other; one after the end finds nothing to do.
        if (ended === 0) break;
        expect(by === signal || ended === status).toBe(true);
        broken++;
        expect(await readdir(folder)).toEqual(['in', 'out', 'small']);
        expect(await contents(folder)).toEqual(before);
      }
      expect(broken).toBeGreaterThan(2);
    });
  }

  it('is none when it comes while the program ends', { timeout: 120_000 }, async () => {
    const folder = await prepared(40_000);
    const out = join(folder, 'fresh');
    for (const wait of [0, 3, 6, 10, 15, 25]) {
      await rm(out, { recursive: true, force: true });
      const shell = spawn(process.execPath, [PROGRAM, 'analyze', join(folder, 'in'), '--out', out], {
        stdio: 'ignore',
      });
      const exit = once(shell, 'exit');
      while (shell.exitCode === null && !existsSync(out)) await setTimeout(1);
      await setTimeout(wait);
      shell.kill('SIGINT');
      expect((await exit)[0]).toBe(0);
    }
  });

  it('is none when everything is written: the status says so, too', async () => {
    const folder = await prepared(30);
    const words = ['analyze', join(folder, 'in'), '--out', join(folder, 'out')];
    // Something else still goes on in the program.
    const busy = '--import=data:text/javascript,setTimeout(() => {}, 3000)';
    const shell = spawn(process.execPath, [busy, PROGRAM, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    shell.stderr.on('data', (data: Buffer) => {
      said += data.toString();
    });
    // The first thing that it says when all is in its place.
    await once(shell.stdout, 'data');
    shell.kill('SIGINT');
    const [ended] = await once(shell, 'exit');
    expect(ended).toBe(0);
    expect(said).not.toContain('Остановлено');
  });

  it('leaves everything as it was when the disk is full', async () => {
    const folder = await prepared(3000);
    const before = await contents(folder);
    // No file above 100 kB may be written: to the program the same as a full disk.
    const { status, said } = await child(
      ['analyze', join(folder, 'in'), '--out', join(folder, 'out')],
      'ulimit -f 100;',
    );
    expect(said).toContain('Прежние файлы на месте, новых нет.');
    expect(said).toMatch(/файл больше разрешённого|на диске нет места/);
    expect(status).toBe(2);
    expect(await contents(folder)).toEqual(before);
    expect(await readdir(folder)).toEqual(['in', 'out', 'small']);
  });

  it('takes moves back when one of them fails', async () => {
    const folder = await freshFolder();
    await put(folder, { 'out/summary.json': 'old', 'out/private/secret.csv': 'not ours to replace' });
    const write = writeFolder(
      join(folder, 'out'),
      [
        { path: 'summary.json', content: 'new' },
        { path: 'private', content: 'a file where a folder of somebody else stands' },
      ],
      ['summary.json'],
    );
    await expect(write).rejects.toThrow(/out/);
    expect(await contents(folder)).toEqual({
      'out/summary.json': 'old',
      'out/private/secret.csv': 'not ours to replace',
    });
  });

  it('leaves the former file when a new one cannot be made', async () => {
    const folder = await freshFolder();
    await put(folder, { 'a.json': 'old' });
    await expect(
      writeOneFile(
        join(folder, 'a.json'),
        (function* () {
          yield 'half';
          throw new Error('no more');
        })(),
      ),
    ).rejects.toThrow('no more');
    expect(await contents(folder)).toEqual({ 'a.json': 'old' });
  });
});

describe('a reader that has heard enough', () => {
  it('ends neither the work nor its status', async () => {
    const folder = await prepared(30);
    const out = join(folder, 'heard');
    const words = ['analyze', join(folder, 'in'), '--out', out, '--force'];
    const shell = spawn('bash', [
      '-c',
      'set -o pipefail; "$@" 2>&1 >&- | true; "$@" | true; "$0" "$2" plan schema | head -c 1',
      process.execPath,
      process.execPath,
      PROGRAM,
      ...words,
    ]);
    let complained = '';
    shell.stderr.on('data', (data: Buffer) => {
      complained += data.toString();
    });
    const [status] = await once(shell, 'exit');
    expect(complained).not.toContain('EPIPE');
    expect(status).toBe(0);
    expect(await readdir(out)).toContain('summary.json');
  });

  it('is heard where the disk has no room for what it says', async () => {
    const folder = await prepared(30);
    const out = join(folder, 'said');
    const { status, said } = await child(
      ['analyze', join(folder, 'in'), '--out', out, '--force'],
      'exec >/dev/full;',
    );
    expect(said).toContain('Сообщения программы записаны не целиком: на диске нет места.');
    expect(said).not.toContain('    at ');
    expect(status).toBe(1);
    expect(await readdir(out)).toContain('summary.json');
  });
});

describe('places where nothing can be written', () => {
  it('are named, whatever they are', async () => {
    const folder = await freshFolder();
    await put(folder, { 'in/a.csv': `${HEADER}\n${rowsOf(30)}\n`, file: 'a file' });
    for (const out of ['/proc/x/y', join(folder, 'file'), join(folder, 'file', 'x')]) {
      const { status, complained } = await run('analyze', join(folder, 'in'), '--out', out);
      expect(status).toBe(2);
      expect(complained).toContain(`Не удалось записать ${out}: `);
      expect(await readdir(folder)).toEqual(['file', 'in']);
    }
  });
});

describe('files that do not open', () => {
  it('are named, the others go on', async () => {
    const folder = await freshFolder();
    await put(folder, { 'in/a.csv': `${HEADER}\n${rowsOf(30)}\n`, 'in/closed.csv': HEADER });
    await symlink(join(folder, 'nowhere'), join(folder, 'in', 'link.csv'));
    await chmod(join(folder, 'in', 'closed.csv'), 0);
    const { status, said } = await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'));
    expect(status).toBe(1);
    expect(said).toContain('link.csv: Файл не открывается');
    expect(said).toContain('Работ учеников: 30');
  });
});
