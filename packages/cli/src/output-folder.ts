import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** A file to write: path inside the folder with `/`. */
export interface OutputFile {
  readonly path: string;
  /** Parts are made while they are written. */
  readonly content: string | Uint8Array | Iterable<string | Uint8Array>;
}

/** The folder has content that is not ours, and `--force` was not given. */
export class FolderNotOurs extends Error {
  readonly folder: string;

  constructor(folder: string) {
    super(`${folder} has other content`);
    this.folder = folder;
  }
}

/** The disk is full, the folder is closed to us, a file stands where a folder should be. */
export class CannotWrite extends Error {
  readonly path: string;
  /** As the system names it: `ENOSPC`, `EACCES` … */
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}

/** Every folder that we wrote holds this file. */
const MARKERS = ['summary.json', 'DEFECTS.txt'];

/** Refuses a folder with foreign content before any work is done. @throws {FolderNotOurs} */
export async function refuseForeignFolder(folder: string, force: boolean): Promise<void> {
  const entries: readonly string[] = await readdir(folder).catch(() => []);
  if (entries.length > 0 && !force && !MARKERS.some((marker) => entries.includes(marker))) {
    throw new FolderNotOurs(folder);
  }
}

/**
 * Writes all files, or none: into a folder beside the wanted one, whose files then take their places in one go.
 *
 * @param ours - names at the top of the folder that belong to us: what a former run left under them goes, anything
 * else in the folder stays.
 * @throws {CannotWrite} Then the folder is as it was.
 */
export async function writeFolder(
  folder: string,
  files: readonly OutputFile[],
  ours: readonly string[],
): Promise<void> {
  const target = resolve(folder);
  await writing(folder, async (unfinished) => {
    await makeFolder(dirname(target));
    const fresh = unfinished(await mkdtemp(join(dirname(target), `.${basename(target)}-`)));
    // A folder made for temporary files is closed to others; results are not.
    await chmod(fresh, 0o755);
    for (const { path, content } of files) {
      const at = join(fresh, ...path.split('/'));
      await mkdir(dirname(at), { recursive: true });
      await writeContent(at, content);
    }
    if (existsSync(target)) exchange(fresh, target, ours);
    else renameSync(fresh, target);
  });
}

/** Writes one file, or leaves what was there. @throws {CannotWrite} */
export async function writeOneFile(path: string, content: OutputFile['content']): Promise<void> {
  const target = resolve(path);
  await writing(path, async (unfinished) => {
    await makeFolder(dirname(target));
    const fresh = unfinished(join(dirname(target), `.${basename(target)}.part`));
    await writeContent(fresh, content);
    await rename(fresh, target);
  });
}

/** Level by level: `mkdir` with `recursive` never ends in folders where nothing can be made, as in `/proc`. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) await makeFolder(parent);
  await mkdir(folder);
}

const unfinishedPaths = new Set<string>();

/** For a run that is broken off: removes what is not finished. Synchronous, because nothing may run after it. */
export function removeUnfinished(): void {
  for (const path of unfinishedPaths) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}

async function writing(path: string, work: (unfinished: (at: string) => string) => Promise<void>) {
  const paths: string[] = [];
  try {
    await work((at) => {
      paths.push(at);
      unfinishedPaths.add(at);
      return at;
    });
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'code' in error)
      throw new CannotWrite(path, String(error.code));
    throw error;
  } finally {
    for (const at of paths) {
      await rm(at, { recursive: true, force: true });
      unfinishedPaths.delete(at);
    }
  }
}

/**
 * Our files in `target` move out into `fresh`, those of `fresh` in. Synchronous: a signal comes before or after it.
 * When a move fails those before it are taken back.
 */
function exchange(fresh: string, target: string, ours: readonly string[]): void {
  const done: (readonly [from: string, to: string])[] = [];
  const move = (from: string, to: string) => {
    renameSync(from, to);
    done.push([from, to]);
  };
  try {
    const wanted = readdirSync(fresh);
    for (const entry of readdirSync(target)) {
      if (ours.includes(entry)) move(join(target, entry), join(fresh, `${entry}.old`));
    }
    for (const entry of wanted) move(join(fresh, entry), join(target, entry));
  } catch (error) {
    for (const [from, to] of done.reverse()) renameSync(to, from);
    throw error;
  }
}

async function writeContent(path: string, content: OutputFile['content']): Promise<void> {
  if (typeof content === 'string' || content instanceof Uint8Array) return writeFile(path, content);
  const file = await open(path, 'w');
  try {
    let text = '';
    for (const part of content) {
      if (typeof part === 'string') text += part;
      else await file.writeFile(part);
      if (text.length < PART_LENGTH) continue;
      await file.writeFile(text);
      text = '';
    }
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}

const PART_LENGTH = 262_144;
