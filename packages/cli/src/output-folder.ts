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
 * Writes all files, or none: into a folder beside the wanted one, which then takes its place.
 *
 * @param ours - names at the top of the folder that belong to us: what a former run left under them goes, anything
 * else in the folder stays.
 */
export async function writeFolder(
  folder: string,
  files: readonly OutputFile[],
  ours: readonly string[],
): Promise<void> {
  const target = resolve(folder);
  await mkdir(dirname(target), { recursive: true });
  const fresh = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  // A folder made for temporary files is closed to others; results are not.
  await chmod(fresh, 0o755);
  try {
    for (const { path, content } of files) {
      const at = join(fresh, ...path.split('/'));
      await mkdir(dirname(at), { recursive: true });
      await writeContent(at, content);
    }
    const old = `${fresh}-old`;
    const entries = await readdir(target).catch(() => undefined);
    if (entries !== undefined) {
      await rename(target, old);
      for (const entry of entries)
        if (!ours.includes(entry)) await rename(join(old, entry), join(fresh, entry));
    }
    await rename(fresh, target);
    await rm(old, { recursive: true, force: true });
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

/** Writes one file, or leaves what was there. */
export async function writeOneFile(path: string, content: OutputFile['content']): Promise<void> {
  const target = resolve(path);
  await mkdir(dirname(target), { recursive: true });
  const fresh = join(dirname(target), `.${basename(target)}.part`);
  try {
    await writeContent(fresh, content);
    await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { force: true });
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
