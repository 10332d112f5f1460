/** Pupils of one grade with a result on one work. */
export interface GradePupils {
  /** Absent = not known. */
  readonly grade: number | undefined;
  readonly pupils: number;
}

/**
 * Fewest different pupils behind works of one school and year: in each grade those of the largest work, since a pupil may
 * have written all of them. Works without a grade are counted as one grade.
 */
export function fewestPupils(works: Iterable<GradePupils>): number {
  const byGrade = new Map<number | undefined, number>();
  for (const { grade, pupils } of works) byGrade.set(grade, Math.max(byGrade.get(grade) ?? 0, pupils));
  return [...byGrade.values()].reduce((sum, pupils) => sum + pupils, 0);
}
