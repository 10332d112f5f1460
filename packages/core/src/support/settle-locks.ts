import type { LockFault } from '../foundation/issue.js';
import type { TeacherAndOffer } from './declared-deficit.js';
import { minutes } from './minutes.js';
import type { Offer } from './offer.js';
import type { Teacher } from './teacher.js';
import { topicKey } from './topic-key.js';

/** Why a settled pair cannot hold beside the ones before it. */
export type LockClash = Exclude<LockFault, 'group'>;

/** The same pairs in the same order; each holds, or cannot. */
export interface SettledLock<Lock extends TeacherAndOffer> {
  readonly lock: Lock;
  /** Absent = it holds. */
  readonly clash?: LockClash;
}

/**
 * Goes through settled pairs in their order: one that cannot hold beside those before it is refused. Needs, topics and
 * the teacher's free slots are not asked: somebody has decided.
 */
export function settleLocks<Lock extends TeacherAndOffer>(
  teachers: readonly Teacher[],
  offers: readonly Offer[],
  locks: readonly Lock[],
): readonly SettledLock<Lock>[] {
  const teacherOf = new Map(teachers.map((each) => [each.teacher, each]));
  const offerOf = new Map(offers.map((each) => [each.offer, each]));
  const taken = new Map<string, Offer[]>();
  const used = new Map<string, number>();
  return locks.map((lock) => {
    const teacher = teacherOf.get(lock.teacher);
    const offer = offerOf.get(lock.offer);
    if (teacher === undefined || offer === undefined) return { lock, clash: 'unknown' };
    const own = taken.get(lock.teacher) ?? [];
    const clash = clashOf(teacher, offer, own, used.get(lock.offer) ?? 0);
    if (clash !== undefined) return { lock, clash };
    taken.set(lock.teacher, [...own, offer]);
    used.set(lock.offer, (used.get(lock.offer) ?? 0) + 1);
    return { lock };
  });
}

function clashOf(teacher: Teacher, offer: Offer, own: readonly Offer[], used: number): LockClash | undefined {
  if (own.includes(offer)) return 'twice';
  if (own.length >= teacher.limit) return 'limit';
  const { slot } = offer;
  if (
    slot !== undefined &&
    own.some((each) => each.slot !== undefined && topicKey(each.slot) === topicKey(slot))
  )
    return 'slot';
  const hours = [...own, offer].reduce((sum, each) => sum + minutes(each.hours), 0);
  if (teacher.hours !== undefined && hours > minutes(teacher.hours)) return 'hours';
  return used >= offer.places ? 'places' : undefined;
}
