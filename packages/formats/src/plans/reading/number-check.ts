import { numberPath } from './leading-number.js';
import type { MeasureDraft } from './measure-draft.js';
import type { PlanIssueLog } from './plan-issue-log.js';

/** Looks whether printed numbers follow each other. They may begin anew in each section, or run through. */
export class NumberCheck {
  readonly #log: PlanIssueLog;
  readonly #seen = new Map<string, Set<string>>();
  #before: { readonly number: string; readonly path: readonly number[] } | undefined;

  constructor(log: PlanIssueLog) {
    this.#log = log;
  }

  check({ number, section, place }: MeasureDraft): void {
    const path = number === undefined ? undefined : numberPath(number);
    if (number === undefined || path === undefined) return;
    const seen = this.#seen.get(section ?? '') ?? new Set();
    this.#seen.set(section ?? '', seen);
    const key = path.join('.');
    if (seen.has(key))
      this.#log.add({ ...place, code: 'number-duplicate', severity: 'warning', parameters: { number } });
    seen.add(key);
    const before = this.#before;
    this.#before = { number, path };
    if (before === undefined || !skips(before.path, path)) return;
    const parameters = { before: before.number, number };
    this.#log.add({ ...place, code: 'number-gap', severity: 'warning', parameters });
  }
}

function skips(before: readonly number[], path: readonly number[]): boolean {
  const siblings = before.length === path.length && before.slice(0, -1).every((part, i) => part === path[i]);
  return siblings && (path.at(-1) ?? 0) > (before.at(-1) ?? 0) + 1;
}
