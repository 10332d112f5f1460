/**
 * Individual routes («индивидуальный образовательный маршрут», ИОМ): the steps of a teacher in their order, composed from a plan.
 *
 * A document of its own beside the letter: the letter asks for an answer and is read once, the route is worked with for
 * a year and kept by two people.
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
import type { Begins, RouteWords, Step } from './route-words.js';
import { routeWords } from './route-words.js';
import { isRecording, schoolKeys, shownHours, shownOffer, shownPlace, shownSlot } from './shown-offer.js';
import type { SupportDocument } from './support-document.js';
import type { CourseDue } from './support-forms.js';
import { LEGAL_LIMIT, ROUTE_WARNING } from './support-warning.js';
import type { TeacherContent } from './teacher-content.js';
import { teacherContents } from './teacher-content.js';
import type { TopicOrigins } from './topic-origin.js';
import { needsOfTeacher, originSentences, topicOrigins } from './topic-origin.js';

/** A route for each teacher who has a topic, an offer or a course that is due. By teacher, with the names of the letters. */
export function teacherRoutes(
  plan: SupportPlan,
  courses: readonly CourseDue[],
  language: Language,
): readonly SupportDocument[] {
  const schools = schoolKeys(plan);
  return teacherContents(plan, courses).map(({ name, content }) => ({
    name,
    docx: () => sheetDocx(route(plan, content, schools, language, name)),
  }));
}

function route(
  plan: SupportPlan,
  content: TeacherContent,
  schools: ReadonlySet<string>,
  language: Language,
  name: string,
): SheetModel {
  const words = routeWords(language);
  const { teacher, courses } = content;
  const topics = needsOfTeacher(plan, teacher.teacher).map(({ topic }) => topic);
  const origins = topicOrigins(plan, teacher.teacher, language);
  const widths = [5, 30, 22, 20, 23, 12];
  const steps = [
    ...stepsOf(plan, content, topics, { origins, schools, words, language }),
    ...courseSteps(courses, words),
  ];
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
    sentences: [
      words.people,
      [words.draft, ...(courses.some(({ due }) => due !== undefined) ? [words.courseOrder] : [])].join(' '),
      ...(topics.length === 0 ? [words.onlyCourses] : originSentences(origins, 'companion', language)),
    ],
    table: {
      heading: words.heading,
      columns: words.columns.map((header, c) => ({ header, isNumber: false, width: widths[c] ?? 10 })),
      rowHeader: 1,
      rows: steps.map((cells, i) => [`${i + 1}.`, ...cells, '']),
      notes: [],
    },
    discuss: { heading: words.how, items: words.rules },
    next: { heading: words.next, items: [words.forTeacher(topics.length), ...words.forCompanion] },
    notes: [
      topics.length > 0 && origins.isWithoutResults
        ? `${LEGAL_LIMIT[language]} ${letterWords(language).withoutResults(topics.length)}`
        : LEGAL_LIMIT[language],
    ],
    foot: words.foot,
  };
}

/** Step, topics, when and where, what should come of it. */
type StepCells = readonly [string, string, string, string];

interface RouteContext {
  readonly origins: TopicOrigins;
  readonly schools: ReadonlySet<string>;
  readonly words: RouteWords;
  readonly language: Language;
}

/** What waits has nothing to try and nothing to check yet. */
function stepsOf(
  plan: SupportPlan,
  { seats, unmet }: TeacherContent,
  topics: readonly string[],
  { origins, schools, words, language }: RouteContext,
): readonly StepCells[] {
  const listed = (of: readonly string[]) => of.map(origins.label).join(';\n') || words.noTopic;
  const fixed = ({ what, when, result }: Step, of: readonly string[]): readonly StepCells[] =>
    of.length === 0 ? [] : [[what, listed(of), when, result]];
  const met = [...new Set(seats.flatMap(({ seat }) => seat.covers))];
  const begins = beginsWith(seats);
  return [
    ...fixed(words.check(topics.length, origins.hasDiagnostics, begins), topics),
    ...inOrder(plan, seats).map(
      ({ seat, offer }): StepCells => [
        [upper(shownOffer(offer, language)), shownHours(offer, language)]
          .filter((part) => part !== undefined)
          .join(', '),
        listed(seat.covers),
        [shownSlot(offer, language), shownPlace(offer, schools, language)]
          .filter((part) => part !== '')
          .join('; '),
        seat.covers.length === 0 ? words.settledResult : words.offeredResult,
      ],
    ),
    ...unmet.map(
      ({ topic, why, note }): StepCells => [
        `${words.missing}: ${words.why(why, note)}`,
        listed([topic]),
        words.missingDue,
        words.missingResult,
      ],
    ),
    ...fixed(words.lesson(met.length, begins), met),
    ...fixed(words.again(met.length), met),
  ];
}

function courseSteps(courses: readonly CourseDue[], words: RouteWords): readonly StepCells[] {
  return [...courses]
    .sort((one, other) => compareText(one.due ?? '9', other.due ?? '9'))
    .map((course) => [
      words.course({ ...course, course: short(course.course, 80) }),
      words.noTopic,
      words.due(course.due),
      words.courseResult,
    ]);
}

function beginsWith(seats: TeacherContent['seats']): Begins {
  if (seats.length === 0) return 'nothing';
  return seats.every(({ offer }) => isRecording(offer)) ? 'recording' : 'meeting';
}

/** What has a date comes by its date; then what serves the severest topic. */
function inOrder(plan: SupportPlan, seats: TeacherContent['seats']): TeacherContent['seats'] {
  const dayOf = ({ slot = '' }: Offer) => /^\d{4}-\d{2}-\d{2}/.exec(slot)?.[0] ?? '9';
  const severityOf = ({ teacher, covers }: Seat) => {
    const keys = new Set(covers.map(topicKey));
    return Math.max(
      0,
      ...needsOfTeacher(plan, teacher).flatMap(({ key, severity }) => (keys.has(key) ? [severity] : [])),
    );
  };
  return [...seats].sort(
    (one, other) =>
      compareText(dayOf(one.offer), dayOf(other.offer)) ||
      severityOf(other.seat) - severityOf(one.seat) ||
      compareText(one.seat.offer, other.seat.offer),
  );
}

function upper(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
