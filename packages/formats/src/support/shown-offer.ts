/**
 * Offers as letters, routes and agendas name them: the kind in full, the weekday in full, a date and an address to fill in where
 * nobody gave them.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatCount } from '@orientir/core/foundation';
import type { Offer, SupportPlan } from '@orientir/core/support';
import { topicKey } from '@orientir/core/support';
import { short } from '../sheets/short-text.js';

const BLANK = '______';

/** Name of an offer, kept on one line where it has hyphens. */
export function shownName(offer: string): string {
  return short(offer, 60).replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, '\u2011');
}

/** Kind and name, such as «методическое объединение «Биология-район-1»». */
export function shownOffer({ kind, offer }: Offer, language: Language): string {
  if (kind === '') return shownName(offer);
  const name = language === 'ru' ? `«${shownName(offer)}»` : `“${shownName(offer)}”`;
  return `${topicKey(kind) === 'объединение' ? 'методическое объединение' : short(kind, 40)} ${name}`;
}

/** When it takes place: a weekday gets a line for the date, a day is written as people do, other words stand as they were written. */
export function shownSlot({ slot }: Offer, language: Language): string {
  if (slot === undefined) return language === 'ru' ? 'в любое удобное время' : 'at any time';
  const [, year, month, day, at] =
    /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{1,2}:\d{2}))?$/.exec(slot.trim()) ?? [];
  if (year !== undefined) {
    const date = language === 'ru' ? `${day}.${month}.${year}` : `${year}-${month}-${day}`;
    return at === undefined ? date : `${date}, ${at}`;
  }
  const [, word = '', time] = /^(\p{L}+)\.?(?:,?\s+(\d{1,2}[:.]\d{2}))?$/u.exec(slot.trim()) ?? [];
  const weekday = WEEKDAYS.find(({ words }) => words.includes(topicKey(word)));
  if (weekday === undefined) return short(slot, 40);
  const [date, dateAndTime] = language === 'ru' ? ['дата', 'дата и время'] : ['date', 'date and time'];
  return time === undefined
    ? `${weekday[language]}, ${dateAndTime}: ${BLANK}`
    : `${weekday[language]}, ${time.replace('.', ':')}, ${date}: ${BLANK}`;
}

/** How and where; the id of a school comes with a line for its address. Empty where nothing is known. */
export function shownPlace(
  { format, place }: Offer,
  schools: ReadonlySet<string>,
  language: Language,
): string {
  const isSchool = place !== undefined && (/^sch\d+$/i.test(place) || schools.has(topicKey(place)));
  const [school, address] = language === 'ru' ? ['школа', 'адрес'] : ['school', 'address'];
  return [
    ...(format === undefined ? [] : [short(format, 40)]),
    ...(place === undefined
      ? []
      : [isSchool ? `${school} ${short(place, 60)}, ${address}: ${BLANK}` : short(place, 60)]),
  ].join(', ');
}

/** Keys of all schools of teachers: a place with one of them is a school. */
export function schoolKeys({ candidates }: SupportPlan): ReadonlySet<string> {
  return new Set(
    candidates.teachers.flatMap(({ school }) => (school === undefined ? [] : [topicKey(school)])),
  );
}

/** Hours with their unit; absent where an offer takes none. */
export function shownHours({ hours }: Pick<Offer, 'hours'>, language: Language): string | undefined {
  if (hours === 0) return undefined;
  return `${formatCount(hours, language)} ${language === 'ru' ? 'ч' : 'h'}`;
}

/** Whether everybody can have it whenever they like, so that there is no place to take: a recording. */
export function isRecording({ kind, slot }: Offer): boolean {
  return slot === undefined && /видео|запис|video|recording/i.test(kind);
}

const WEEKDAYS = [
  { ru: 'понедельник', en: 'Monday', words: ['пн', 'пон', 'понедельник', 'mon', 'monday'] },
  { ru: 'вторник', en: 'Tuesday', words: ['вт', 'вторник', 'tue', 'tuesday'] },
  { ru: 'среда', en: 'Wednesday', words: ['ср', 'среда', 'wed', 'wednesday'] },
  { ru: 'четверг', en: 'Thursday', words: ['чт', 'чет', 'четверг', 'thu', 'thursday'] },
  { ru: 'пятница', en: 'Friday', words: ['пт', 'пятница', 'fri', 'friday'] },
  { ru: 'суббота', en: 'Saturday', words: ['сб', 'суббота', 'sat', 'saturday'] },
  { ru: 'воскресенье', en: 'Sunday', words: ['вс', 'воскресенье', 'sun', 'sunday'] },
];
