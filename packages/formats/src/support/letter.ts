/**
 * Letters to teachers, composed from the figures of a plan.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { Offer, Seat, SupportPlan, Teacher } from '@orientir/core/support';
import { sheetDocx } from '../sheets/sheet-docx.js';
import type { SheetModel, SheetTable } from '../sheets/sheet-model.js';
import { short } from '../sheets/short-text.js';
import type { LetterWords } from './letter-words.js';
import { letterWords } from './letter-words.js';
import type { SupportDocument } from './support-document.js';
import type { CourseDue } from './support-forms.js';
import { LEGAL_LIMIT, SUPPORT_WARNING } from './support-warning.js';
import type { TeacherContent } from './teacher-content.js';
import { teacherContents } from './teacher-content.js';

/** A letter for each teacher who has something to read: a topic, an offer, a course that is due. By teacher. */
export function teacherLetters(
  plan: SupportPlan,
  courses: readonly CourseDue[],
  language: Language,
): readonly SupportDocument[] {
  const scarce = scarceOffers(plan);
  return teacherContents(plan, courses).map(({ name, content }) => ({
    name,
    docx: () => sheetDocx(letter(plan, content, scarce, language, name)),
  }));
}

function letter(
  plan: SupportPlan,
  { teacher, seats, unmet, courses }: TeacherContent,
  scarce: ReadonlySet<string>,
  language: Language,
  name: string,
): SheetModel {
  const words = letterWords(language);
  const met = new Set(seats.flatMap(({ seat }) => seat.covers)).size;
  const needs = met + unmet.length;
  const { rules } = plan.overview;
  return {
    language,
    name,
    warning: SUPPORT_WARNING[language],
    title: words.title,
    facts: words.facts(
      short(teacher.teacher, 60),
      teacher.school === undefined ? undefined : short(teacher.school, 60),
      teacher.subject === undefined ? undefined : short(teacher.subject, 60),
    ),
    sentences: [
      words.sender,
      ...(needs === 0
        ? []
        : [
            met === 0 ? words.nothing : words.found(met, needs),
            words.guess(needs, sourcesOf(plan, teacher)),
          ]),
      ...(seats.length === 0 ? [] : [words.yours]),
    ],
    ...(seats.length === 0 ? {} : { table: offerTable(seats, words) }),
    discuss: { heading: words.why, items: seats.map((each) => whyOf(each, scarce, words)) },
    more: [
      {
        heading: words.missing,
        items: unmet.map(({ topic, why, note }) => words.unmet(short(topic, 80), why, note)),
      },
      { heading: words.courses, items: courses.map((course) => words.course(course)) },
    ],
    next: {
      heading: words.next,
      items: [
        seats.length === 0 ? words.answerNothing : words.answer,
        ...seats.flatMap(({ seat, offer }) => spareOf(plan, seat, offer, words)),
        ...(needs === 0 ? [] : [words.diagnose]),
      ],
    },
    notes: [LEGAL_LIMIT[language], ...(rules.verified ? [] : [words.rules(rules.id)])],
    foot: words.foot,
  };
}

/** Where the topics of a teacher come from, in the order of the topics. */
function sourcesOf({ candidates }: SupportPlan, { teacher }: Teacher): readonly string[] {
  const t = candidates.teacherAt(teacher) ?? 0;
  const { needStart } = candidates.problem;
  const needs = candidates.needs.slice(needStart[t] ?? 0, needStart[t + 1] ?? 0);
  return [...new Set(needs.flatMap(({ sources }) => sources.map((source) => short(source, 60))))];
}

function offerTable(
  offers: readonly { readonly seat: Seat; readonly offer: Offer }[],
  words: LetterWords,
): SheetTable {
  const widths = [26, 30, 18, 18, 8];
  return {
    heading: words.offers,
    columns: words.columns.map((header, c) => ({ header, isNumber: c === 4, width: widths[c] ?? 10 })),
    rowHeader: 0,
    rows: offers.map(({ seat, offer }) => [
      short(words.what(offer), 80),
      seat.covers.map((topic) => short(topic, 60)).join(', ') || '—',
      offer.slot === undefined ? words.anyTime : short(offer.slot, 40),
      [offer.format, offer.place]
        .filter((part) => part !== undefined)
        .map((part) => short(part, 60))
        .join(', ') || words.noPlace,
      words.hours(offer.hours),
    ]),
    notes: [],
  };
}

function whyOf(
  { seat, offer }: { readonly seat: Seat; readonly offer: Offer },
  scarce: ReadonlySet<string>,
  words: LetterWords,
): string {
  const what = short(words.what(offer), 80);
  if (seat.isLocked) return words.whyLocked(what);
  const topics = words.quoted(seat.covers.map((topic) => short(topic, 60)));
  const why = scarce.has(seat.offer) ? words.whyScarce(what, topics) : words.whyFree(what, topics);
  return seat.isKept ? `${why} ${words.whyKept(what)}` : why;
}

function spareOf(plan: SupportPlan, seat: Seat, offer: Offer, words: LetterWords): readonly string[] {
  if (seat.isLocked) return [];
  const what = short(words.what(offer), 80);
  const others = seat.spare.flatMap((id) => {
    const other = plan.candidates.offers[plan.candidates.offerAt(id) ?? -1];
    return other === undefined
      ? []
      : [
          `${short(words.what(other), 80)} (${other.slot === undefined ? words.anyTime : short(other.slot, 40)})`,
        ];
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
