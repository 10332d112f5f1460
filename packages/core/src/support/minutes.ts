import { NO_LIMIT } from '../matching/index.js';

/** Hours as whole minutes, so that one and a half is a whole number too. */
export function minutes(hours: number): number {
  return Math.min(NO_LIMIT - 1, Math.round(hours * 60));
}
