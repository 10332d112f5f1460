import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';

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
export async function refuseForeignFolder(
  folder: string,
  force: boolean,
  markers: readonly string[] = MARKERS,
): Promise<void> {
  const entries: readonly string[] = await readdir(folder).catch(() => []);
  if (entries.length > 0 && !force && !markers.some((marker) => entries.includes(marker))) {
    throw new FolderNotOurs(folder);
  }
}

/**
 * Writes all files, or none: into a folder beside the wanted one, whose files then take their places in one go.
 *
 * Everything on the disk is done synchronously, a part at a time: a signal comes between two parts, when what is
 * unfinished is known and no thread is about to add to it.
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
    makeFolder(dirname(target));
    const fresh = unfinished(mkdtempSync(join(dirname(target), `.${basename(target)}-`)));
    // A folder made for temporary files is closed to others; results are not.
    chmodSync(fresh, 0o755);
    for (const { path, content } of files) {
      const at = join(fresh, ...path.split('/'));
      makeFolder(dirname(at));
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
    makeFolder(dirname(target));
    const fresh = unfinished(join(dirname(target), `.${basename(target)}.part`));
    await writeContent(fresh, content);
    renameSync(fresh, target);
  });
}

/** Level by level: `mkdir` with `recursive` never ends in folders where nothing can be made, as in `/proc`. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  mkdirSync(folder);
}

const unfinishedPaths = new Set<string>();
let isAnythingWritten = false;

/** Whether something that this run writes stands in its place already: then it is too late to break it off. */
export function hasWritten(): boolean {
  return isAnythingWritten;
}

/** For a run that is broken off: removes what is not finished. */
export function removeUnfinished(): void {
  for (const path of unfinishedPaths) rmSync(path, { recursive: true, force: true });
}

async function writing(path: string, work: (unfinished: (at: string) => string) => Promise<void>) {
  const paths: string[] = [];
  try {
    await work((at) => {
      paths.push(at);
      unfinishedPaths.add(at);
      return at;
    });
    isAnythingWritten = true;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'code' in error)
      throw new CannotWrite(path, String(error.code));
    throw error;
  } finally {
    for (const at of paths) {
      rmSync(at, { recursive: true, force: true });
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
  const file = openSync(path, 'w');
  try {
    let text = '';
    for (const part of typeof content === 'string' || content instanceof Uint8Array ? [content] : content) {
      if (typeof part === 'string') text += part;
      else writeAll(file, part);
      if (text.length < PART_LENGTH) continue;
      writeAll(file, encoder.encode(text));
      text = '';
      await nextTurn();
    }
    writeAll(file, encoder.encode(text));
  } finally {
    closeSync(file);
  }
  await nextTurn();
}

/** A disk may take less than it is given. */
function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; at += writeSync(file, bytes, at));
}

const encoder = new TextEncoder();
const PART_LENGTH = 262_144;
