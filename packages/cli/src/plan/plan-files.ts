/**
 * Plans on disk.
 *
 * @module
 */
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Language } from '@orientir/core/foundation';
import { describeIssue, isRecord } from '@orientir/core/foundation';
import type { Release, RoadMap } from '@orientir/core/road-map';
import type { Problem } from '@orientir/core/schema';
import { parseRelease, parseRoadMap } from '@orientir/core/schema';
import { FileError } from '@orientir/formats';
import { bytesOnDisk, InputMissing } from '../input-files.js';
import { jsonOf } from '../json-file.js';

/** A file that is no plan; each line says why. */
export class NoPlan extends Error {
  readonly file: string;
  readonly lines: readonly string[];

  constructor(file: string, lines: readonly string[]) {
    super(`${file} is no plan`);
    this.file = file;
    this.lines = lines;
  }
}

const MOST_BYTES = 64_000_000;

/** Reads `plan.json`. @throws {InputMissing} {NoPlan} */
export async function readPlanJson(path: string, language: Language): Promise<RoadMap> {
  return planFrom(await readJson(path, language), path, language);
}

/** Reads what `plan release` wrote. @throws {InputMissing} {NoPlan} also for one that was altered afterwards */
export async function readRelease(path: string, language: Language): Promise<Release> {
  return releaseFrom(await readJson(path, language), path, language);
}

/** A plan, or that of a release with the day of its approval: for commands that only read. @throws {InputMissing} {NoPlan} */
export async function readPlanOrRelease(
  path: string,
  language: Language,
): Promise<{ readonly plan: RoadMap; readonly date?: string }> {
  const value = await readJson(path, language);
  return isRecord(value) && value.schema === 'orientir.road-map-release'
    ? releaseFrom(value, path, language)
    : { plan: planFrom(value, path, language) };
}

function planFrom(value: unknown, path: string, language: Language): RoadMap {
  const parsed = parseRoadMap(value);
  if (parsed.kind === 'plan') return parsed.plan;
  throw refused(path, parsed.problems, language);
}

function releaseFrom(value: unknown, path: string, language: Language): Release {
  const parsed = parseRelease(value);
  if (parsed.kind === 'release') return parsed.release;
  throw refused(path, parsed.problems, language);
}

/** What a door refused, place by place. */
export function refused(path: string, problems: readonly Problem[], language: Language): NoPlan {
  return new NoPlan(
    path,
    problems.slice(0, 20).map((problem) => `${problem.path}: ${problem[language]}`),
  );
}

/** JSON of a file. @throws {InputMissing} {NoPlan} */
export async function readJson(path: string, language: Language): Promise<unknown> {
  const bytes = await bytesOnDisk(path);
  if (bytes.length > MOST_BYTES) {
    throw new NoPlan(path, [language === 'ru' ? 'файл слишком велик' : 'the file is too large']);
  }
  const read = jsonOf(bytes, language);
  if ('fault' in read) throw new NoPlan(path, [read.fault]);
  return read.json;
}

/** Why a document does not open, in words; other errors are thrown on. */
export function whyUnreadable(error: unknown, file: string, language: Language): NoPlan {
  if (!(error instanceof FileError)) throw error;
  return new NoPlan(file, [describeIssue({ ...error.refusal, severity: 'error', file }, language)]);
}

/** What a folder holds: plans, and files that should be plans and are not. */
export interface PlansFound {
  readonly plans: readonly { readonly path: string; readonly plan: RoadMap }[];
  readonly broken: readonly NoPlan[];
}

/** Every plan in a folder and the folders inside it; JSON that says it is something else is passed over. @throws {InputMissing} */
export async function plansIn(folder: string, language: Language): Promise<PlansFound> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => {
    throw new InputMissing(folder);
  });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.json$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const plans: { readonly path: string; readonly plan: RoadMap }[] = [];
  const broken: NoPlan[] = [];
  for (const path of paths) {
    const value = await readJson(path, language).catch((error: unknown) => {
      if (!(error instanceof NoPlan)) throw error;
      broken.push(error);
    });
    if (!isRecord(value) || value.schema !== 'orientir.road-map') continue;
    const parsed = parseRoadMap(value);
    if (parsed.kind === 'plan') plans.push({ path, plan: parsed.plan });
    else
      broken.push(
        new NoPlan(
          path,
          parsed.problems.slice(0, 1).map((each) => `${each.path}: ${each[language]}`),
        ),
      );
  }
  return { plans, broken };
}

export async function isFolder(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => {
    throw new InputMissing(path);
  });
  return info.isDirectory();
}

/** A plan goes by the name of its file, which people choose. */
export function planIdOf(path: string): string {
  return basename(path).replace(/\.[^.]*$/, '') || 'plan';
}
