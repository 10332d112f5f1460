/** Parts of a unit, from coarse to fine. */
export const UNIT_DEPTHS = ['region', 'municipality', 'school', 'class'] as const;
export type UnitDepth = (typeof UNIT_DEPTHS)[number];
