import { join } from 'node:path';
import type { Finding } from '@orientir/core/analysis';
import { isRecord } from '@orientir/core/foundation';
import type { RoadMap } from '@orientir/core/road-map';
import { exists } from '../input-files.js';
import type { PlanContext } from './plan.js';
import { readJson } from './plan-files.js';

/**
 * Findings of an analysed folder that the plan has to answer: those about its own unit, all for the plan of a
 * municipality that names none. Absent, after saying so, when there are none to read.
 */
export async function findingsIn(
  folder: string,
  plan: Pick<RoadMap, 'level' | 'school' | 'municipality' | 'region'> | undefined,
  { voice, texts, options }: PlanContext,
): Promise<readonly Finding[] | undefined> {
  const path = join(folder, 'findings.json');
  if (!(await exists(path))) {
    voice.complain(texts.noFindings(folder));
    return undefined;
  }
  const value = await readJson(path, options.language);
  const findings = Array.isArray(value) ? value.filter(isFinding) : [];
  const unit = plan?.level === undefined ? undefined : plan[plan.level];
  return unit === undefined
    ? findings
    : findings.filter((finding) => finding.level === plan?.level && finding.unit === unit);
}

function isFinding(value: unknown): value is Finding {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.kind === 'string' &&
    typeof value.level === 'string' &&
    typeof value.unit === 'string' &&
    (value.severity === 'high' || value.severity === 'medium' || value.severity === 'low') &&
    Array.isArray(value.evidence)
  );
}
