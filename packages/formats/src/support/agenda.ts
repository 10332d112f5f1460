/**
 * Agendas of associations («методические объединения»). All who are invited read them, so nothing in an agenda may tell
 * whose topic it is: no number by topic, and of few neither the order of topics nor their minutes.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { compareText } from '@orientir/core/foundation';
import type { Offer, SupportPlan } from '@orientir/core/support';
import { sheetDocx } from '../sheets/sheet-docx.js';
import type { SheetModel, SheetTable } from '../sheets/sheet-model.js';
import type { AgendaWords } from './agenda-words.js';
import { agendaWords } from './agenda-words.js';
import type { AssociationTopic } from './association-topics.js';
import { associations, associationTopics, mayCount, shownCount } from './association-topics.js';
import { schoolKeys, shownName, shownPlace, shownSlot } from './shown-offer.js';
import type { SupportDocument } from './support-document.js';
import { fileNames } from './support-document.js';
import { AGENDA_WARNING, LEGAL_LIMIT } from './support-warning.js';
import { shownTopic } from './topic-origin.js';

/** An agenda for each association that somebody is invited to, by id of the offer. */
export function associationAgendas(plan: SupportPlan, language: Language): readonly SupportDocument[] {
  const nameOf = fileNames();
  const schools = schoolKeys(plan);
  return associations(plan).map((offer) => {
    const name = nameOf(offer.offer);
    return { name, docx: () => sheetDocx(agenda(plan, offer, schools, language, name)) };
  });
}

function agenda(
  plan: SupportPlan,
  offer: Offer,
  schools: ReadonlySet<string>,
  language: Language,
  name: string,
): SheetModel {
  const words = agendaWords(language);
  const invited = plan.figures.seats.filter((seat) => seat.offer === offer.offer);
  const isCounted = mayCount(invited.length);
  const topics = inOrder(associationTopics(plan, offer), isCounted);
  const minutes = minutesFor(
    topics.map(({ teachers }) => (isCounted ? shownCount(teachers) : 1)),
    offer.hours,
  );
  const from = new Set(
    invited.flatMap(({ teacher }) => {
      const school = plan.candidates.teachers[plan.candidates.teacherAt(teacher) ?? -1]?.school;
      return school === undefined ? [] : [school];
    }),
  );
  return {
    language,
    name,
    warning: AGENDA_WARNING[language],
    title: words.title(shownName(offer.offer)),
    facts: words.facts(
      offer.slot === undefined ? undefined : shownSlot(offer, language),
      shownPlace(offer, schools, language) || undefined,
      invited.length,
      from.size,
    ),
    sentences: [topics.length === 0 ? words.noTopics : isCounted ? words.about : words.aboutFew],
    ...(topics.length === 0 ? {} : { table: topicTable(topics, minutes, words, language) }),
    discuss: {
      heading: words.order,
      items: [
        ...(topics.length === 0 ? [] : [words.together]),
        ...(topics.length > 0 && offer.hours > 0 && minutes === undefined ? [words.tooShort] : []),
        words.closing,
      ],
    },
    next: { heading: words.next, items: words.steps },
    notes: [LEGAL_LIMIT[language]],
    foot: words.foot,
  };
}

/** By name; where order may follow counts, roughly: one and two are the same. */
function inOrder(topics: readonly AssociationTopic[], isCounted: boolean): readonly AssociationTopic[] {
  if (!isCounted) return topics;
  return [...topics].sort(
    (one, other) =>
      shownCount(other.teachers) - shownCount(one.teachers) ||
      shownCount(other.severe) - shownCount(one.severe) ||
      compareText(one.topic, other.topic),
  );
}

function topicTable(
  topics: readonly AssociationTopic[],
  minutes: Minutes | undefined,
  words: AgendaWords,
  language: Language,
): SheetTable {
  const row = (topic: string, time: number | undefined) => [
    topic,
    ...(minutes === undefined ? [] : [String(time ?? 0)]),
  ];
  return {
    heading: words.topics,
    columns: [
      { header: words.topic, isNumber: false, width: 52 },
      ...(minutes === undefined ? [] : [{ header: words.minutes, isNumber: true, width: 12 }]),
    ],
    rowHeader: 0,
    rows: [
      ...topics.map(({ topic }, i) => row(shownTopic(topic, language), minutes?.topics[i])),
      ...(minutes === undefined ? [] : [row(words.end, minutes.end)]),
    ],
    notes: [],
  };
}

interface Minutes {
  readonly topics: readonly number[];
  /** What is left for the end. */
  readonly end: number;
}

/**
 * The whole time of the meeting: 10 to 15 minutes for the end (a little more where the time is not in steps of five),
 * the rest by weight in steps of five, what is over to the first ones. Absent without hours and where a topic would get
 * nothing.
 */
function minutesFor(weights: readonly number[], hours: number): Minutes | undefined {
  const whole = Math.round(hours * 60);
  const steps = Math.floor((whole - (whole >= 60 ? 15 : 10)) / 5);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length === 0 || steps < weights.length) return undefined;
  const topics = weights.map((weight) => Math.max(1, Math.floor((steps * weight) / all)));
  let over = steps - topics.reduce((sum, time) => sum + time, 0);
  for (let i = 0; over > 0; i = (i + 1) % topics.length, over--) topics[i] = (topics[i] ?? 0) + 1;
  if (over < 0) return undefined;
  const times = topics.map((time) => time * 5);
  return { topics: times, end: whole - times.reduce((sum, time) => sum + time, 0) };
}
