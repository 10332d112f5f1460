import type { DeadlineIssue } from '@orientir/core/calendar';
import type { PlanIssue, PlanPlace } from './plan-issue.js';

/**
 * Issues of one document. A defect that fills a whole column is listed so often and then counted.
 */
export class PlanIssueLog {
  readonly #issues: PlanIssue[] = [];
  readonly #counted = new Map<string, { times: number; last: PlanIssue }>();

  add(issue: PlanIssue): void {
    const counted = this.#counted.get(issue.code);
    if (counted === undefined) this.#counted.set(issue.code, { times: 1, last: issue });
    else {
      counted.times++;
      counted.last = issue;
    }
    if ((counted?.times ?? 1) <= MOST_LISTED) this.#issues.push(issue);
  }

  /** What was wrong in the text of a deadline. The row stands whatever it was. */
  addDeadline({ code, at, text, severity }: DeadlineIssue, place: PlanPlace): void {
    this.add({ ...place, code, severity: 'warning', parameters: { at, text, severity } });
  }

  /** In the order of the document. */
  list(): readonly PlanIssue[] {
    const more = [...this.#counted.values()].flatMap(({ times, last }): PlanIssue[] => {
      if (times <= MOST_LISTED) return [];
      const parameters = { more: times - MOST_LISTED, listed: MOST_LISTED };
      return [{ ...placeOf(last), code: 'more-of-the-same', severity: last.severity, parameters }];
    });
    return [...this.#issues, ...more].sort(
      (one, other) => (one.table ?? 0) - (other.table ?? 0) || (one.row ?? 0) - (other.row ?? 0),
    );
  }
}

function placeOf({
  code: _code,
  severity: _severity,
  parameters: _parameters,
  ...place
}: PlanIssue): PlanPlace {
  return place;
}

const MOST_LISTED = 1000;
