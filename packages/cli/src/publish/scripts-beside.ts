/**
 * The scripts that published pages need.
 *
 * @module
 */
import { readFile } from 'node:fs/promises';
import { isRecord } from '@orientir/core/foundation';
import type { PublishedScript } from '@orientir/formats/plans';

/** Beside the built program; beside the package where the program runs from its sources, as in tests. */
const FOLDERS = ['./widgets/', '../../../widgets/dist/'];

/** Reads them by their list; absent when `orientir.js` is not among them. */
export async function scriptsBeside(
  program: string = import.meta.url,
): Promise<readonly PublishedScript[] | undefined> {
  for (const folder of FOLDERS) {
    const at = new URL(folder, program);
    const names = await namesIn(new URL('plan-scripts.json', at));
    if (!names.includes('orientir.js')) continue;
    return Promise.all(
      names.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(new URL(name, at))) })),
    );
  }
  return undefined;
}

async function namesIn(list: URL): Promise<readonly string[]> {
  const text = await readFile(list, 'utf8').catch(() => '{}');
  const parsed: unknown = JSON.parse(text);
  if (!isRecord(parsed) || !Array.isArray(parsed.files)) return [];
  return parsed.files.filter((name) => typeof name === 'string');
}
