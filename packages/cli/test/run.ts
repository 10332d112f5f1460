import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { main } from '../src/main.js';

/** What a command line did. */
export interface Ran {
  readonly status: number;
  readonly said: string;
  readonly complained: string;
}

/** Runs a command line inside the test. */
export async function run(...words: readonly string[]): Promise<Ran> {
  const said: string[] = [];
  const complained: string[] = [];
  const status = await main(words, {
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    progress: () => {},
  });
  return { status, said: said.join('\n'), complained: complained.join('\n') };
}

const folders: string[] = [];

/** A new folder that goes away after the test. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'orientir-'));
  folders.push(folder);
  return folder;
}
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Writes text files, folders as needed. */
export async function put(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** All files of a folder with their text, by path. */
export async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = await Promise.all(
    files
      .sort()
      .map(
        async (file) => [file.slice(folder.length + 1), (await readFile(file)).toString('latin1')] as const,
      ),
  );
  return Object.fromEntries(read);
}

/** The text of a file of {@link contents}. */
export function utf8(file: string | undefined): string {
  return Buffer.from(file ?? '', 'latin1').toString('utf8');
}

/** Rows below the header of a csv of {@link contents}, cells as they stand there, quotes too; no cell holds a comma. */
export function rowsOf(csv: string | undefined): readonly (readonly string[])[] {
  return utf8(csv)
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

/** Analyses the folders `a` and `b` together as `whole`, then one by one, and merges their tallies as `merged`. */
export async function analyseAndMerge(
  folder: string,
): Promise<{ readonly analyzed: Ran; readonly merged: Ran }> {
  const at = (name: string) => join(folder, name);
  const analyzed = await run('analyze', at('a'), at('b'), '--out', at('whole'));
  await run('analyze', at('a'), '--out', at('one'));
  await run('analyze', at('b'), '--out', at('other'));
  const merged = await run('merge', at('one/tally.json'), at('other/tally.json'), '--out', at('merged'));
  return { analyzed, merged };
}
