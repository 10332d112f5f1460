/**
 * Agendas of associations («методические объединения»): topics by how many participants need them.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { Offer, SupportPlan } from '@orientir/core/support';
import { topicKey } from '@orientir/core/support';
import { sheetDocx } from '../sheets/sheet-docx.js';
import type { SheetModel } from '../sheets/sheet-model.js';
import { short } from '../sheets/short-text.js';
import { agendaWords } from './agenda-words.js';
import type { SupportDocument } from './support-document.js';
import { fileNames } from './support-document.js';
import { AGENDA_WARNING, LEGAL_LIMIT } from './support-warning.js';

/** An agenda for each association that somebody takes part in, by id of the offer. */
export function associationAgendas(plan: SupportPlan, language: Language): readonly SupportDocument[] {
  const nameOf = fileNames();
  const taken = new Set(plan.figures.seats.map(({ offer }) => offer));
  return plan.candidates.offers
    .filter(({ offer, kind }) => ASSOCIATION.test(kind) && taken.has(offer))
    .map((offer) => {
      const name = nameOf(offer.offer);
      return { name, docx: () => sheetDocx(agenda(plan, offer, language, name)) };
    });
}

const ASSOCIATION = /объединени|association|^(?:р|г|ш)?мо$/i;

interface TopicCount {
  readonly topic: string;
  readonly teachers: number;
  readonly severe: number;
  readonly waiting: number;
}

function agenda(plan: SupportPlan, offer: Offer, language: Language, name: string): SheetModel {
  const words = agendaWords(language);
  const topics = topicCounts(plan, offer);
  const minutes = minutesFor(topics, offer.hours);
  const seats = plan.figures.seats.filter((seat) => seat.offer === offer.offer);
  const schools = new Set(
    seats.flatMap(({ teacher }) => {
      const school = plan.candidates.teachers[plan.candidates.teacherAt(teacher) ?? -1]?.school;
      return school === undefined ? [] : [school];
    }),
  );
  const widths = [40, 16, 14, 18, 12];
  return {
    language,
    name,
    warning: AGENDA_WARNING[language],
    title: words.title(short(offer.offer, 60)),
    facts: words.facts(
      offer.slot === undefined ? undefined : short(offer.slot, 40),
      offer.place === undefined ? undefined : short(offer.place, 60),
      seats.length,
      schools.size,
    ),
    sentences: topics.length === 0 ? [words.noTopics] : [words.about],
    ...(topics.length === 0
      ? {}
      : {
          table: {
            heading: words.topics,
            columns: words.columns.map((header, c) => ({ header, isNumber: c > 0, width: widths[c] ?? 10 })),
            rowHeader: 0,
            rows: topics.map(({ topic, teachers, severe, waiting }, i) => [
              short(topic, 80),
              words.few(teachers),
              severe === 0 ? '—' : words.few(severe),
              String(waiting),
              minutes === undefined ? '—' : String(minutes[i] ?? 0),
            ]),
            notes: [words.waitingNote],
          },
        }),
    discuss: {
      heading: words.order,
      items: [...topics.map(({ topic, teachers }) => words.item(short(topic, 80), teachers)), words.closing],
    },
    next: { heading: words.next, items: words.steps },
    notes: [LEGAL_LIMIT[language]],
    foot: words.foot,
  };
}

/** The most needed first, then the most severe, then by name. */
function topicCounts({ figures, candidates }: SupportPlan, { offer }: Offer): readonly TopicCount[] {
  const counts = new Map<string, { topic: string; teachers: number; severe: number }>();
  for (const seat of figures.seats) {
    if (seat.offer !== offer) continue;
    const t = candidates.teacherAt(seat.teacher) ?? 0;
    const { needStart } = candidates.problem;
    const needs = candidates.needs.slice(needStart[t] ?? 0, needStart[t + 1] ?? 0);
    for (const topic of seat.covers) {
      const key = topicKey(topic);
      const count = counts.get(key) ?? { topic, teachers: 0, severe: 0 };
      counts.set(key, count);
      count.teachers += 1;
      const severity = needs.find((need) => need.key === key)?.severity ?? 1;
      if (severity >= candidates.rules.severeFrom) count.severe += 1;
    }
  }
  const waiting = new Map<string, number>();
  for (const { topic } of figures.unmet)
    waiting.set(topicKey(topic), (waiting.get(topicKey(topic)) ?? 0) + 1);
  return [...counts]
    .map(([key, count]) => ({ ...count, waiting: waiting.get(key) ?? 0 }))
    .sort(
      (one, other) =>
        other.teachers - one.teachers || other.severe - one.severe || (one.topic < other.topic ? -1 : 1),
    );
}

/** The time of the meeting by how many need a topic, in steps of five minutes; the rest is for the end. Absent without hours. */
function minutesFor(topics: readonly TopicCount[], hours: number): readonly number[] | undefined {
  if (hours === 0) return undefined;
  const all = topics.reduce((sum, { teachers }) => sum + teachers, 0);
  return topics.map(({ teachers }) => Math.floor((hours * 60 * teachers) / all / 5) * 5);
}
