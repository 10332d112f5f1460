import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { compareText } from '../foundation/order.js';
import { topicKey } from './topic-key.js';

/** Whether somebody of a school was at a conference («еженедельная ВКС»). Who it was is not part of it. */
export interface ConferenceRow {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly topic: string;
  readonly school: string;
  /** Absent = nobody has said. */
  readonly attended?: boolean;
}

export interface SchoolAttendance {
  readonly school: string;
  /** Conferences that the school was invited to. */
  readonly invited: number;
  /**
   * Share 0..1 of those of which it is known. `n` = these conferences. No interval: nothing was drawn, all of them are counted.
   * Missing: of none is it known → `not-entered`.
   */
  readonly share: Figure;
}

export interface ConferenceAttendance {
  /** By id of the school. */
  readonly schools: readonly SchoolAttendance[];
  /** By day, then topic: schools that were there, of those of which it is known. */
  readonly conferences: readonly { readonly date: string; readonly topic: string; readonly share: Figure }[];
}

/**
 * A school was at a conference where one of its rows says so, and was not where a row says no and none yes. A
 * conference is a day and a topic. The order of rows does not matter.
 */
export function conferenceAttendance(rows: readonly ConferenceRow[]): ConferenceAttendance {
  const bySchool = new Map<string, Map<string, boolean | undefined>>();
  const conferences = new Map<string, { date: string; topic: string }>();
  for (const { date, topic, school, attended } of rows) {
    const key = JSON.stringify([date, topicKey(topic)]);
    const named = conferences.get(key);
    // Of several spellings the first in the order of code points, whatever the order of rows.
    if (named === undefined || compareText(topic, named.topic) < 0) conferences.set(key, { date, topic });
    const own = bySchool.get(school) ?? new Map<string, boolean | undefined>();
    bySchool.set(school, own);
    own.set(key, own.get(key) === true ? true : (attended ?? own.get(key)));
  }
  return {
    schools: [...bySchool]
      .sort(([one], [other]) => compareText(one, other))
      .map(([school, of]) => ({ school, invited: of.size, share: shareOf([...of.values()]) })),
    conferences: [...conferences]
      .sort(([, one], [, other]) => compareText(one.date, other.date) || compareText(one.topic, other.topic))
      .map(([key, of]) => ({
        ...of,
        share: shareOf([...bySchool.values()].map((own) => own.get(key))),
      })),
  };
}

function shareOf(all: readonly (boolean | undefined)[]): Figure {
  const told = all.filter((each) => each !== undefined);
  return told.length === 0
    ? missing('not-entered')
    : known(told.filter((each) => each).length / told.length, told.length);
}
