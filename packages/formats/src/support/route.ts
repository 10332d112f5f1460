/**
 * Individual routes («индивидуальный образовательный маршрут», ИОМ): the steps of a teacher in their order, composed from a plan.
 *
 * A document of its own beside the letter: the letter asks for an answer and is read once, the route is worked with for a year and
 * kept by two people.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { compareText } from '@orientir/core/foundation';
import type { Offer, Seat, SupportPlan } from '@orientir/core/support';
import { topicKey } from '@orientir/core/support';
import { sheetDocx } from '../sheets/sheet-docx.js';
import type { SheetModel } from '../sheets/sheet-model.js';
import { short } from '../sheets/short-text.js';
import { letterWords } from './letter-words.js';
import type { RouteWords } from './route-words.js';
import { routeWords } from './route-words.js';
import type { SupportDocument } from './support-document.js';
import type { CourseDue } from './support-forms.js';
import { LEGAL_LIMIT, ROUTE_WARNING } from './support-warning.js';
import type { TeacherContent } from './teacher-content.js';
import { teacherContents } from './teacher-content.js';

/** A route for each teacher who has a topic, an offer or a course that is due. By teacher, with the names of the letters. */
export function teacherRoutes(
  plan: SupportPlan,
  courses: readonly CourseDue[],
  language: Language,
): readonly SupportDocument[] {
  return teacherContents(plan, courses).map(({ name, content }) => ({
    name,
    docx: () => sheetDocx(route(plan, content, language, name)),
  }));
}

function route(plan: SupportPlan, content: TeacherContent, language: Language, name: string): SheetModel {
  const words = routeWords(language);
  const { teacher } = content;
  const topics = topicsOf(plan, content);
  const widths = [5, 30, 22, 20, 23, 12];
  return {
    language,
    name,
    warning: ROUTE_WARNING[language],
    title: words.title,
    facts: words.facts(
      short(teacher.teacher, 60),
      teacher.school === undefined ? undefined : short(teacher.school, 60),
      teacher.subject === undefined ? undefined : short(teacher.subject, 60),
    ),
    sentences: [words.people, topics.length === 0 ? words.onlyCourses : words.draft(topics.length)],
    table: {
      heading: words.heading,
      columns: words.columns.map((header, c) => ({ header, isNumber: false, width: widths[c] ?? 10 })),
      rowHeader: 1,
      rows: stepsOf(plan, content, topics, words, language).map((cells, i) => [`${i + 1}.`, ...cells, '']),
      notes: [],
    },
    discuss: { heading: words.how, items: words.rules },
    next: { heading: words.next, items: words.steps },
    notes: [LEGAL_LIMIT[language], words.form],
    foot: words.foot,
  };
}

/** Step, topics, when and where, what should come of it. */
type StepCells = readonly [string, string, string, string];

function stepsOf(
  plan: SupportPlan,
  { seats, unmet, courses }: TeacherContent,
  topics: readonly string[],
  words: RouteWords,
  language: Language,
): readonly StepCells[] {
  const listed = (of: readonly string[]) => of.map((topic) => short(topic, 60)).join(', ') || words.noTopic;
  const fixed = ({ what, when, result }: RouteWords['check'], of: readonly string[]): readonly StepCells[] =>
    of.length === 0 ? [] : [[what, listed(of), when, result]];
  // What waits has nothing to try yet; where all waits, teachers may begin by themselves.
  const met = [...new Set(seats.flatMap(({ seat }) => seat.covers))];
  return [
    ...fixed(words.check, topics),
    ...inOrder(plan, seats).map(
      ({ seat, offer }): StepCells => [
        words.offered(
          short(letterWords(language).what(offer), 80),
          offer.hours === 0 ? undefined : letterWords(language).hours(offer.hours),
        ),
        listed(seat.covers),
        whenAndWhere(offer, words, language),
        seat.covers.length === 0 ? words.settledResult : words.offeredResult,
      ],
    ),
    ...unmet.map(
      ({ topic, why, note }): StepCells => [
        `${words.missing}: ${words.why(why, note)}`,
        listed([topic]),
        words.due(undefined),
        words.missingResult,
      ],
    ),
    ...fixed(words.lesson, met.length === 0 ? topics : met),
    ...fixed(words.again, topics),
    ...[...courses]
      .sort((one, other) => compareText(one.due ?? '9', other.due ?? '9'))
      .map(
        (course): StepCells => [
          words.course({ ...course, course: short(course.course, 80) }),
          words.noTopic,
          words.due(course.due),
          words.courseResult,
        ],
      ),
  ];
}

/** All topics of the teacher, the severest first. */
function topicsOf({ candidates }: SupportPlan, { teacher }: TeacherContent): readonly string[] {
  const t = candidates.teacherAt(teacher.teacher) ?? 0;
  const { needStart } = candidates.problem;
  return candidates.needs.slice(needStart[t] ?? 0, needStart[t + 1] ?? 0).map(({ topic }) => topic);
}

/** What has a date comes by its date; then what serves the severest topic. */
function inOrder({ candidates }: SupportPlan, seats: TeacherContent['seats']): TeacherContent['seats'] {
  const dayOf = ({ slot = '' }: Offer) => /^\d{4}-\d{2}-\d{2}/.exec(slot)?.[0] ?? '9';
  const severityOf = ({ teacher, covers }: Seat) => {
    const t = candidates.teacherAt(teacher) ?? 0;
    const { needStart } = candidates.problem;
    const keys = new Set(covers.map(topicKey));
    return Math.max(
      0,
      ...candidates.needs
        .slice(needStart[t] ?? 0, needStart[t + 1] ?? 0)
        .flatMap(({ key, severity }) => (keys.has(key) ? [severity] : [])),
    );
  };
  return [...seats].sort(
    (one, other) =>
      compareText(dayOf(one.offer), dayOf(other.offer)) ||
      severityOf(other.seat) - severityOf(one.seat) ||
      compareText(one.seat.offer, other.seat.offer),
  );
}

function whenAndWhere({ slot, format, place }: Offer, words: RouteWords, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(slot ?? '') ?? [];
  const when =
    slot === undefined
      ? letterWords(language).anyTime
      : language === 'ru' && year !== undefined
        ? `${day}.${month}.${year}`
        : short(slot, 40);
  return [
    when,
    ...(format === undefined ? [] : [short(format, 40)]),
    ...(place === undefined ? [] : [words.place(short(place, 60))]),
  ].join(', ');
}
