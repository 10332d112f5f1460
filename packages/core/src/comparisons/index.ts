export type { DifOptions, ItemDif, KnownDif, MissingDif } from './dif.js';
export { DEFAULT_DIF_MINIMUM, dif } from './dif.js';
export type { RateDifference } from './difference.js';
export { rateDifference } from './difference.js';
export type { ItemByGroup, PupilsOfLevel, RatesByGroup } from './groups.js';
export { ratesByMark, ratesByQuarter } from './groups.js';
export type {
  DifferenceClass,
  KnownNetDifference,
  Mantel,
  MantelHaenszel,
  MissingNetDifference,
  NetDifference,
} from './net-difference.js';
export { netDifferences } from './net-difference.js';
export { subtractComplete, subtractCounts, subtractScores } from './subtract.js';
