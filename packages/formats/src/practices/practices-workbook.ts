/**
 * `practices.xlsx`: practices by topic, and events, as a person would lay them out.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatDay } from '@orientir/core/foundation';
import type { CommunityEvent, ConditionsFit, TopicSuggestions } from '@orientir/core/practices';
import { EFFECT_RULES } from '@orientir/core/practices';
import type { WorkbookSheet } from '../xlsx/write-workbook.js';
import { writeWorkbook } from '../xlsx/write-workbook.js';
import { COMMUNITY_WORDS, KIND_WORDS } from './event-words.js';

/** Either part may be empty; then its sheet is left out. */
export function practicesWorkbook(
  topics: readonly TopicSuggestions[],
  events: readonly CommunityEvent[],
  language: Language,
): Uint8Array {
  return writeWorkbook([
    ...(topics.length === 0 ? [] : [practicesSheet(topics, language)]),
    ...(events.length === 0 ? [] : [eventsSheet(events, language)]),
  ]);
}

function practicesSheet(topics: readonly TopicSuggestions[], language: Language): WorkbookSheet {
  const w = WORDS[language];
  return {
    name: w.practices,
    title: w.practices,
    notes: [w.practicesNote, ...(EFFECT_RULES.verified ? [] : [w.unverified])],
    columns: [
      { header: w.topic, kind: 'text', width: 32, wraps: true },
      { header: w.needs, kind: 'count' },
      { header: w.practice, kind: 'text', width: 44, wraps: true },
      { header: w.territory, kind: 'text', width: 28 },
      { header: w.fit, kind: 'text', width: 30 },
      { header: w.adopters, kind: 'count' },
      { header: w.effect, kind: 'number' },
      { header: w.low, kind: 'number' },
      { header: w.high, kind: 'number' },
      { header: w.evidence, kind: 'text', width: 34 },
    ],
    rows: topics.flatMap(({ topic, needs, suggestions }) =>
      suggestions.length === 0
        ? [[topic, needs, w.none]]
        : suggestions.map(({ practice, fit, effect }) => {
            const interval = effect.kind === 'known' ? effect.interval : undefined;
            return [
              topic,
              needs,
              practice.title,
              practice.territory,
              w.fits[fit],
              practice.adopters.length,
              effect.kind === 'known' ? effect.estimate : undefined,
              interval?.low,
              interval?.high,
              practice.evidence.length === 0 ? w.notMeasured : `${w.measured}: ${practice.evidence.length}`,
            ];
          }),
    ),
  };
}

function eventsSheet(events: readonly CommunityEvent[], language: Language): WorkbookSheet {
  const w = WORDS[language];
  return {
    name: w.events,
    title: w.events,
    notes: [w.eventsNote],
    columns: [
      { header: w.date, kind: 'text', width: 12 },
      { header: w.kind, kind: 'text', width: 20 },
      { header: w.community, kind: 'text', width: 18 },
      { header: w.centre, kind: 'text', width: 38 },
      { header: w.topics, kind: 'text', width: 44, wraps: true },
      { header: w.places, kind: 'count' },
    ],
    rows: [...events]
      .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
      .map((event) => [
        formatDay(event.date, language),
        KIND_WORDS[event.kind][language],
        COMMUNITY_WORDS[event.community][language],
        event.centre,
        event.topics.join('; '),
        event.places,
      ]),
  };
}

interface Words {
  readonly practices: string;
  readonly practicesNote: string;
  readonly unverified: string;
  readonly topic: string;
  readonly needs: string;
  readonly practice: string;
  readonly territory: string;
  readonly fit: string;
  readonly adopters: string;
  readonly effect: string;
  readonly low: string;
  readonly high: string;
  readonly evidence: string;
  readonly none: string;
  readonly notMeasured: string;
  readonly measured: string;
  readonly fits: Readonly<Record<ConditionsFit, string>>;
  readonly events: string;
  readonly eventsNote: string;
  readonly date: string;
  readonly kind: string;
  readonly community: string;
  readonly centre: string;
  readonly topics: string;
  readonly places: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  ru: {
    practices: 'Практики по темам',
    practicesNote:
      'Сначала практики для таких школ, среди них — с надёжнее измеренным эффектом. Эффект — в стандартных отклонениях учеников, с поправкой: чем меньше измерений, тем ближе к нулю. Ноль без измерений не значит, что практика не помогает.',
    unverified: 'Сила поправки выбрана программой и не проверена: это не норма.',
    topic: 'Тема',
    needs: 'Скольким нужна помощь',
    practice: 'Практика',
    territory: 'Откуда',
    fit: 'Подходит ли школе',
    adopters: 'Переняли школ',
    effect: 'Эффект',
    low: 'не меньше',
    high: 'не больше',
    evidence: 'Измерения',
    none: 'В банке нет практики для этой темы',
    notMeasured: 'эффект не измерялся',
    measured: 'измерений',
    fits: {
      fits: 'подходит',
      unknown: 'неизвестно: о школе мало сведений',
      other: 'рассчитана на другие школы',
    },
    events: 'События',
    eventsNote: 'Те же события записаны в offers.csv: предложения для orientir match.',
    date: 'Дата',
    kind: 'Вид',
    community: 'Сообщество',
    centre: 'Кто проводит',
    topics: 'Темы',
    places: 'Мест',
  },
  en: {
    practices: 'Practices by topic',
    practicesNote:
      'Practices made for such schools first, among them those whose effect is measured best. Effects in standard deviations of pupils, drawn to zero as far as they were little measured. Zero without a measurement is no proof that it does not help.',
    unverified: 'How far effects are drawn to zero is our own choice, unverified: it is no norm.',
    topic: 'Topic',
    needs: 'How many need help',
    practice: 'Practice',
    territory: 'From',
    fit: 'Suits the school',
    adopters: 'Schools that took it up',
    effect: 'Effect',
    low: 'at least',
    high: 'at most',
    evidence: 'Measurements',
    none: 'The bank has no practice for this topic',
    notMeasured: 'effect not measured',
    measured: 'measurements',
    fits: {
      fits: 'suits',
      unknown: 'not known: too little is said of the school',
      other: 'made for other schools',
    },
    events: 'Events',
    eventsNote: 'The same events stand in offers.csv: offers for orientir match.',
    date: 'Date',
    kind: 'Kind',
    community: 'Community',
    centre: 'Held by',
    topics: 'Topics',
    places: 'Places',
  },
};
