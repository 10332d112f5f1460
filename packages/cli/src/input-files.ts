import { access, constants, open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { InputFile } from '@orientir/formats/readers';
import { TOP_NAMES } from './analyze/top-names.js';

/** Kinds of files that are looked at inside folders; a file named by itself is always looked at. */
const LOOKED_AT = /\.(xlsx|xlsm|xls|ods|csv|tsv|json)$/i;
/** A text may be a table or a letter: which, its lines say. */
const TEXT = /\.txt$/i;
/** Files that people do not see, or that say of themselves that they are notes. */
const NO_RESULTS =
  /^(?:[.~].*|thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|(?:readme|defects|licen[cs]es?)(?:\.[a-z]+)?)$/i;
/** Pictures, fonts, sounds, links, pages, notes, signatures. */
const NEVER_RESULTS =
  /\.(?:jpe?g|png|gif|bmp|tiff?|webp|svg|heic|ico|ttf|otf|woff2?|mp[34]|m4a|wav|avi|mov|mkv|lnk|url|webloc|md|html?|css|m?js|map|ics|ini|log|tmp|sig|p7s|sgn)$/i;

/** An input that does not exist. */
export class InputMissing extends Error {
  readonly input: string;

  constructor(input: string) {
    super(`${input} does not exist`);
    this.input = input;
  }
}

/** An input that is there but cannot be read as a file: a folder, or one that does not open. */
export class InputUnfit extends Error {
  readonly input: string;
  readonly why: 'folder' | 'closed';

  constructor(input: string, why: InputUnfit['why']) {
    super(`${input} ${why === 'folder' ? 'is a folder' : 'does not open'}`);
    this.input = input;
    this.why = why;
  }
}

/** What stands behind the inputs. */
export interface FoundInputs {
  readonly files: readonly InputFile[];
  /** Files in folders that are not read, though there may be results in them. */
  readonly passedOver: readonly PassedOver[];
  /** Folders with results of an earlier run, which are not read, where other things lie too. */
  readonly ownResults: readonly OwnResults[];
}

/** A folder with results of an earlier run. */
interface OwnResults {
  readonly name: string;
  /** Something in it that no run writes. */
  readonly other: string;
}

/** A file that is not read. */
interface PassedOver {
  readonly name: string;
  /** Its extension in small letters with the point; empty where it has none. */
  readonly format: string;
}

/**
 * Files behind the inputs: folders with everything inside, single files together with the `assessment.json` beside
 * them; those of `without` are read elsewhere. A file goes by the name of its folder and its path inside, so names do
 * not depend on where the data lie.
 *
 * @throws {InputMissing}
 */
export async function inputFiles(
  inputs: readonly string[],
  without: readonly string[] = [],
): Promise<readonly InputFile[]> {
  return (await foundInputs(inputs, without)).files;
}

/** As {@link inputFiles}, with what is not read. @throws {InputMissing} */
export async function foundInputs(
  inputs: readonly string[],
  without: readonly string[] = [],
): Promise<FoundInputs> {
  const found = new Map<string, string>();
  const named = new Set<string>();
  const roots = new Map<string, string>();
  const ownResults: OwnResults[] = [];
  for (const input of inputs) {
    const path = resolve(input);
    const info = await stat(path).catch(() => {
      throw new InputMissing(input);
    });
    const folder = info.isDirectory() ? path : dirname(path);
    const root = rootName(folder, roots);
    if (info.isDirectory()) {
      const nameOf = (inside: string) =>
        [root, ...inside.slice(path.length).split(sep)].filter((part) => part !== '').join('/');
      const inside = await filesIn(path);
      for (const file of inside.files) found.set(file, nameOf(file));
      for (const { name, other } of inside.ownResults) ownResults.push({ name: nameOf(name), other });
      continue;
    }
    found.set(path, `${root}/${basename(path)}`);
    named.add(path);
    const beside = join(folder, 'assessment.json');
    if (!path.toLowerCase().endsWith('.json') && (await exists(beside)))
      found.set(beside, `${root}/assessment.json`);
  }
  for (const path of without) found.delete(resolve(path));
  const looked = await Promise.all(Array.from(found, ([path, name]) => lookAt(path, name, named.has(path))));
  return {
    files: looked.flatMap((each) => (each !== undefined && 'read' in each ? [each] : [])),
    passedOver: looked.flatMap((each) => (each !== undefined && 'format' in each ? [each] : [])),
    ownResults,
  };
}

/** Absent for what is no file, such as a link to a folder. */
async function lookAt(
  path: string,
  name: string,
  isNamed: boolean,
): Promise<InputFile | PassedOver | undefined> {
  const passedOver = { name, format: formatOf(name) };
  const isText = !isNamed && TEXT.test(path);
  if (!isNamed && !isText && !LOOKED_AT.test(path)) return (await isFile(path)) ? passedOver : undefined;
  const file = await fileOnDisk(path, name).catch((error: unknown) => unreachable(name, error));
  if (!isText) return file;
  const { isTableOfText } = await import('@orientir/formats/readers');
  // One that does not open is refused when it is read.
  return (await isTableOfText(file).catch(() => true)) ? file : passedOver;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isFile(),
    () => false,
  );
}

/** «Школа № 2. Результаты» has none. */
function formatOf(name: string): string {
  return /\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '';
}

/** A link to nowhere in a folder, say: reading it is refused like any other bad file. */
function unreachable(name: string, error: unknown): InputFile {
  return { name, size: 1, read: () => Promise.reject(error) };
}

/** A file that is read in pieces; it stays open only while it is read. @throws {InputMissing} {InputUnfit} */
export async function fileOnDisk(path: string, name: string): Promise<InputFile> {
  const info = await stat(path).catch((error: unknown) => {
    throw whyNot(path, error);
  });
  if (info.isDirectory()) throw new InputUnfit(path, 'folder');
  await access(path, constants.R_OK).catch(() => {
    throw new InputUnfit(path, 'closed');
  });
  const { size } = info;
  return {
    name,
    size,
    read: async (from, to) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from));
      // A named pipe has no size, and to open it would wait for somebody who writes.
      if (bytes.length === 0) return bytes;
      const handle = await open(path);
      try {
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
        return bytes.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    passingPieces: (from, to) => piecesOnDisk(path, from, Math.min(to, size)),
  };
}

/** Bytes of a file through one piece of memory. */
async function* piecesOnDisk(path: string, from: number, to: number): AsyncIterable<Uint8Array> {
  // See above: a named pipe would wait.
  if (from >= to) return;
  const handle = await open(path);
  try {
    const bytes = new Uint8Array(Math.min(to - from, PIECE_LENGTH));
    for (let at = from; at < to; ) {
      const { bytesRead } = await handle.read(bytes, 0, Math.min(bytes.length, to - at), at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield bytes.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

const PIECE_LENGTH = 524_288;

/** All bytes of a file that was named. @throws {InputMissing} {InputUnfit} */
export async function bytesOnDisk(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: unknown) => {
    throw whyNot(path, error);
  });
}

function whyNot(path: string, error: unknown): InputMissing | InputUnfit {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new InputMissing(path);
  return new InputUnfit(path, code === 'EISDIR' ? 'folder' : 'closed');
}

/**
 * Reads one file by its name alone: what is said of it does not depend on where the data lie.
 *
 * @throws {InputMissing} {InputUnfit}
 */
export async function readByName<Read>(
  path: string,
  read: (file: InputFile, name: string) => Promise<Read>,
): Promise<Read> {
  const file = await fileOnDisk(path, basename(path));
  return read(file, file.name);
}

/** Paths of what lies in a folder. */
interface InFolder {
  readonly files: readonly string[];
  readonly ownResults: readonly OwnResults[];
}

async function filesIn(folder: string): Promise<InFolder> {
  const entries = await readdir(folder, { withFileTypes: true });
  // Our own results of an earlier run may lie inside the input; they are not input.
  if (
    entries.some((entry) => entry.name === 'summary.json') &&
    entries.some((entry) => entry.name === 'findings.json')
  ) {
    const other = entries.find(({ name }) => !TOP_NAMES.includes(name) && mayBeRead(name))?.name;
    return { files: [], ownResults: other === undefined ? [] : [{ name: folder, other }] };
  }
  const files: string[] = [];
  const ownResults: OwnResults[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
    if (entry.isDirectory()) {
      const inside = await filesIn(path);
      files.push(...inside.files);
      ownResults.push(...inside.ownResults);
    } else if (mayBeRead(entry.name)) files.push(path);
  }
  return { files, ownResults };
}

function mayBeRead(name: string): boolean {
  return !NO_RESULTS.test(name) && !NEVER_RESULTS.test(name);
}

function rootName(folder: string, roots: Map<string, string>): string {
  const known = roots.get(folder);
  if (known !== undefined) return known;
  const taken = new Set(roots.values());
  let name = basename(folder);
  for (let n = 2; taken.has(name); n++) name = `${basename(folder)} (${n})`;
  roots.set(folder, name);
  return name;
}

/** Whether something stands at the path. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
