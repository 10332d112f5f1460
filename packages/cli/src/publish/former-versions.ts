import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { PublishedFile } from '@orientir/formats/plans';

/** Versions that were archived in a folder before: their addresses stay, and so do their bytes. */
export async function formerVersions(folder: string): Promise<readonly PublishedFile[]> {
  const entries = await readdir(join(folder, 'archive'), { withFileTypes: true, recursive: true }).catch(
    () => [],
  );
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map(async (path) => ({
        path: relative(folder, path).split(sep).join('/'),
        bytes: new Uint8Array(await readFile(path)),
      })),
  );
}
