import { assertNever } from '../foundation/assert-never.js';
import type { Degree, Offer } from '../support/offer.js';

/** What takes place: «сетевое событие, мастер-класс, открытый урок, консультация». */
export const EVENT_KINDS = ['network-event', 'master-class', 'open-lesson', 'consultation'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Who invites: «школьное, межшкольное, муниципальное сообщество». */
export const COMMUNITIES = ['school', 'inter-school', 'municipal'] as const;
export type Community = (typeof COMMUNITIES)[number];

/** An event of a centre («Точка роста») or a community of teachers. */
export interface CommunityEvent {
  readonly event: string;
  readonly kind: EventKind;
  readonly community: Community;
  /** Centre or school that holds it. */
  readonly centre: string;
  readonly topics: readonly string[];
  /** How thorough the help is. */
  readonly strength: Degree;
  readonly places: number;
  /** ISO day. */
  readonly date: string;
  readonly hours: number;
  /** «очно», «дистанционно» … */
  readonly format?: string;
}

/**
 * Events as offers of support: they take part in the matching beside courses and mentors. The day is the slot, so that
 * nobody is sent to two events of a day; a place costs nothing, and any number of guests will do.
 */
export function eventsAsOffers(events: readonly CommunityEvent[]): readonly Offer[] {
  return events.map(({ event, kind, centre, topics, strength, places, date, hours, format }) => ({
    offer: event,
    kind: kindInRussian(kind),
    topics,
    strength,
    places,
    minGroup: 0,
    slot: date,
    ...(format === undefined ? {} : { format }),
    place: centre,
    hours,
    cost: 0,
  }));
}

/** Kinds of offers are words of the people who enter them. */
function kindInRussian(kind: EventKind): string {
  switch (kind) {
    case 'network-event':
      return 'сетевое событие';
    case 'master-class':
      return 'мастер-класс';
    case 'open-lesson':
      return 'открытый урок';
    case 'consultation':
      return 'консультация';
    default:
      return assertNever(kind);
  }
}
