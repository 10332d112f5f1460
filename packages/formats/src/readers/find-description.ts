/**
 * Which of the descriptions beside a sheet is that of its work.
 *
 * @module
 */
import type { Assessment } from '@orientir/core/assessment';
import type { WorkIdentity } from './assessment-identity.js';
import { fits } from './assessment-identity.js';
import { itemKey } from './item-code.js';
import type { DescribedAssessment } from './sidecars.js';
import type { TableLayout } from './table-layout.js';

export function findAssessment(
  layout: TableLayout,
  own: Assessment | undefined,
  identity: WorkIdentity,
  folder: string,
  candidates: readonly DescribedAssessment[],
): DescribedAssessment | undefined {
  const near = candidates.filter((each) => each.folder === folder);
  const pools = [near, candidates.filter((each) => each.folder === undefined), candidates];
  for (const pool of pools) {
    const byId = pool.find(({ assessment }) => assessment.id === own?.id);
    if (byId !== undefined) return byId;
  }
  if (layout.name === 'generic') {
    for (const pool of pools.slice(0, 2)) {
      if (pool.length === 1) return pool[0];
      const keys = layout.items.map(({ code }) => itemKey(code));
      const holding = pool.filter(({ assessment }) => {
        const known = new Set(assessment.items.map(({ id }) => itemKey(id)));
        return keys.length > 0 && keys.every((key) => known.has(key));
      });
      if (holding.length === 1) return holding[0];
    }
    return undefined;
  }
  // From another folder only a description of the subject that the file itself names.
  const reachable = identity.subject === undefined ? pools.slice(0, 2) : pools;
  for (const pool of reachable) {
    const fitting = pool.filter(({ assessment }) => fitsAssessment(assessment, identity));
    if (fitting.length === 1) return fitting[0];
  }
  return undefined;
}

function fitsAssessment(assessment: Assessment, identity: WorkIdentity): boolean {
  const described = {
    ...(assessment.programme === '' ? {} : { programme: assessment.programme }),
    subject: assessment.subject,
    ...(assessment.grade === undefined ? {} : { grade: assessment.grade }),
    ...(assessment.schoolYear === undefined ? {} : { year: Number(assessment.schoolYear.slice(5)) }),
  };
  return fits(
    described,
    identity.year === 2020 && !isExam(identity) ? { ...identity, year: 2021 } : identity,
  );
}

function isExam({ programme }: WorkIdentity): boolean {
  return programme !== undefined && programme !== 'ВПР';
}
