import { join } from 'node:path';
import type { Analysis } from '@orientir/core/analysis';
import { analyseFully } from '@orientir/core/analysis';
import { describeIssue } from '@orientir/core/foundation';
import { parseTally } from '@orientir/core/tally';
import { bytesOnDisk, exists } from '../input-files.js';
import type { PlanContext } from './plan.js';
import { NoPlan } from './plan-files.js';

/** The analysis of a folder that `orientir analyze` wrote, out of its tally. Absent, after saying so, when there is no tally. */
export async function analysisIn(
  folder: string,
  { voice, texts, options }: PlanContext,
): Promise<Analysis | undefined> {
  const path = join(folder, 'tally.json');
  if (!(await exists(path))) {
    voice.complain(texts.noTally(folder));
    return undefined;
  }
  const parsed = parseTally(new TextDecoder().decode(await bytesOnDisk(path)));
  if (parsed.kind === 'tally') return analyseFully(parsed.tally);
  const { code, parameters } = parsed;
  const issue =
    code === 'tally-version'
      ? ({ code, parameters, severity: 'error', file: path } as const)
      : ({ code, parameters, severity: 'error', file: path } as const);
  throw new NoPlan(path, [describeIssue(issue, options.language)]);
}
