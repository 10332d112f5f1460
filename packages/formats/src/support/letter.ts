/**
 * Letters to teachers, composed from the figures of a plan.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { Offer, SupportPlan } from '@orientir/core/support';
import { topicKey } from '@orientir/core/support';
import { sheetDocx } from '../sheets/sheet-docx.js';
import type { SheetModel, SheetTable } from '../sheets/sheet-model.js';
import { short } from '../sheets/short-text.js';
import type { LetterWords } from './letter-words.js';
import { letterWords } from './letter-words.js';
import { isRecording, schoolKeys, shownHours, shownOffer, shownPlace, shownSlot } from './shown-offer.js';
import type { SupportDocument } from './support-document.js';
import type { CourseDue } from './support-forms.js';
import { LEGAL_LIMIT, SUPPORT_WARNING } from './support-warning.js';
import type { TeacherContent } from './teacher-content.js';
import { teacherContents } from './teacher-content.js';
import type { TopicOrigins } from './topic-origin.js';
import { originSentences, shownTopic, topicOrigins } from './topic-origin.js';

/** What all letters of a plan have in common. */
interface LetterContext {
  readonly plan: SupportPlan;
  readonly scarce: ReadonlySet<string>;
  readonly schools: ReadonlySet<string>;
  readonly language: Language;
  readonly words: LetterWords;
}

/** A letter for each teacher who has something to read: a topic, an offer, a course that is due. By teacher. */
export function teacherLetters(
  plan: SupportPlan,
  courses: readonly CourseDue[],
  language: Language,
): readonly SupportDocument[] {
  const context: LetterContext = {
    plan,
    scarce: scarceOffers(plan),
    schools: schoolKeys(plan),
    language,
    words: letterWords(language),
  };
  return teacherContents(plan, courses).map(({ name, content }) => ({
    name,
    docx: () => sheetDocx(letter(context, content, name)),
  }));
}

function letter(context: LetterContext, content: TeacherContent, name: string): SheetModel {
  const { plan, language, words } = context;
  const { teacher, seats, unmet, courses } = content;
  const origins = topicOrigins(plan, teacher.teacher, language);
  const met = new Set(seats.flatMap(({ seat }) => seat.covers)).size;
  const needs = met + unmet.length;
  return {
    language,
    name,
    warning: SUPPORT_WARNING[language],
    title: titleOf(content, words),
    facts: words.facts(
      short(teacher.teacher, 60),
      teacher.school === undefined ? undefined : short(teacher.school, 60),
      teacher.subject === undefined ? undefined : short(teacher.subject, 60),
    ),
    sentences: [
      words.sender,
      ...(met === 0 && needs > 0 ? [words.nothing(needs)] : needs > 1 ? [words.found(met, needs)] : []),
      ...originSentences(origins, 'sender', language),
      ...(seats.length === 0 ? [] : [`${words.yours} ${words.silence(seats.some(hasPlace))}`]),
    ],
    ...(seats.length === 0 ? {} : { table: offerTable(seats, origins, context) }),
    discuss: { heading: words.why, items: seats.map((each) => whyOf(each, context)) },
    more: [
      {
        heading: words.missing(unmet.length),
        items: unmet.map(({ topic, why, note }) => words.unmet(shownTopic(topic, language), why, note)),
      },
      { heading: words.courses, items: courses.map((course) => words.course(course)) },
    ],
    next: {
      heading: words.next,
      items: [
        ...(seats.length > 0 ? [words.answer] : needs > 0 ? [words.answerNothing(needs)] : []),
        ...seats.flatMap((each) => spareOf(each, context)),
        ...(needs === 0 || origins.isAllDeclared ? [] : [words.check(needs, origins.hasDiagnostics)]),
        ...(courses.length === 0 ? [] : [words.answerCourses]),
      ],
    },
    notes: [
      needs > 0 && origins.isWithoutResults
        ? `${LEGAL_LIMIT[language]} ${words.withoutResults(needs)}`
        : LEGAL_LIMIT[language],
      ...(seats.length === 0 || plan.overview.rules.verified ? [] : [words.rules]),
    ],
    foot: words.foot,
  };
}

function titleOf({ seats, unmet }: TeacherContent, words: LetterWords): string {
  if (seats.length > 0) return words.title;
  if (unmet.length === 0) return words.coursesTitle;
  return words.nothingTitle(
    unmet.length,
    unmet.every(({ why }) => why === 'full'),
  );
}

type SeatOfOffer = TeacherContent['seats'][number];

/** Whether others could have it instead. */
function hasPlace({ seat, offer }: SeatOfOffer): boolean {
  return !seat.isLocked && !isRecording(offer);
}

function offerTable(
  seats: readonly SeatOfOffer[],
  origins: TopicOrigins,
  { schools, language, words }: LetterContext,
): SheetTable {
  const widths = [26, 30, 18, 18, 8];
  return {
    heading: words.offers,
    columns: words.columns.map((header, c) => ({ header, isNumber: c === 4, width: widths[c] ?? 10 })),
    rowHeader: 0,
    rows: seats.map(({ seat, offer }) => [
      shownOffer(offer, language),
      seat.covers.map(origins.label).join(';\n') || '—',
      shownSlot(offer, language),
      shownPlace(offer, schools, language) || words.noPlace,
      words.hours(offer.hours),
    ]),
    notes: [],
  };
}

function whyOf({ seat, offer }: SeatOfOffer, { scarce, language, words }: LetterContext): string {
  const what = shownOffer(offer, language);
  if (seat.isLocked) return words.whyLocked(what);
  const topics = words.quoted(seat.covers.map((topic) => shownTopic(topic, language)));
  const why = isRecording(offer)
    ? words.whyRecording(what, topics)
    : scarce.has(seat.offer)
      ? words.whyScarce(what, topics)
      : words.whyFree(what, topics);
  return seat.isKept ? `${why} ${words.whyKept(what)}` : why;
}

function spareOf(
  { seat, offer }: SeatOfOffer,
  { plan, schools, language, words }: LetterContext,
): readonly string[] {
  if (seat.isLocked) return [];
  const what = shownOffer(offer, language);
  const isSameTime = (other: Offer) =>
    other.slot !== undefined && offer.slot !== undefined && topicKey(other.slot) === topicKey(offer.slot);
  const others = seat.spare.flatMap((id) => {
    const other = plan.candidates.offers[plan.candidates.offerAt(id) ?? -1];
    if (other === undefined) return [];
    const facts = [
      isSameTime(other) ? words.sameTime : shownSlot(other, language),
      shownPlace(other, schools, language),
      shownHours(other, language) ?? '',
    ].filter((fact) => fact !== '');
    return [`${shownOffer(other, language)} (${facts.join(', ')})`];
  });
  return [others.length === 0 ? words.noSpare(what) : words.spare(what, others)];
}

/** Offers without a seat left that somebody else waits for: a price below one point of weight is a rounding. */
function scarceOffers({ overview }: SupportPlan): ReadonlySet<string> {
  return new Set(
    overview.capacity
      .filter(({ places, used, price }) => used >= places && price >= 1)
      .map(({ offer }) => offer),
  );
}
