/**
 * What an agenda of an association says. No teacher stands in it.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatCount, pluralEn, pluralRu } from '@orientir/core/foundation';

export interface AgendaWords {
  title(offer: string): string;
  facts(when: string | undefined, where: string | undefined, teachers: number, schools: number): string;
  readonly about: string;
  readonly topics: string;
  /** Topic, participants, of them severe, teachers still waiting, minutes. */
  readonly columns: readonly [string, string, string, string, string];
  readonly waitingNote: string;
  readonly order: string;
  /** A number of participants; of few nobody says which. */
  few(teachers: number): string;
  item(topic: string, teachers: number): string;
  readonly closing: string;
  readonly noTopics: string;
  readonly next: string;
  readonly steps: readonly string[];
  readonly foot: string;
}

const ru: AgendaWords = {
  title: (offer) => `Повестка объединения «${offer}»`,
  facts: (when, where, teachers, schools) =>
    [
      when === undefined ? 'Время не назначено' : `Когда: ${when}`,
      where === undefined ? 'место не назначено' : `где: ${where}`,
      `${formatCount(teachers, 'ru')} ${pluralRu(teachers, 'участник', 'участника', 'участников')}${schools === 0 ? '' : ` из ${formatCount(schools, 'ru')} ${pluralRu(schools, 'школы', 'школ', 'школ')}`}`,
    ]
      .join(', ')
      .concat('.'),
  about:
    'Темы стоят по тому, у скольких участников они отмечены. Это предложение: порядок и темы меняет ведущий.',
  topics: 'Темы встречи',
  columns: ['Тема', 'Отмечена у участников', 'Из них в первую очередь', 'Отмечена у других', 'Минут'],
  waitingNote:
    '«Отмечена у других» — у учителей вне объединения, для которых по теме пока ничего не нашлось. Кого из них позвать, знает организатор.',
  order: 'Порядок встречи',
  few: (teachers) => (teachers <= FEW ? `1–${FEW}` : formatCount(teachers, 'ru')),
  item: (topic, teachers) =>
    `«${topic}»: отмечена у ${ru.few(teachers)} ${teachers > FEW && teachers % 10 === 1 && teachers % 100 !== 11 ? 'участника' : 'участников'}. Разберите вместе одно задание или часть урока; кто показывает, решите заранее.`,
  closing:
    'В конце каждый выбирает, что попробовать на своих уроках. На следующей встрече расскажите, что вышло.',
  noTopics: 'Тем нет: участников назначили без темы. Спросите у них, о чём говорить.',
  next: 'Что сделать до встречи',
  steps: [
    'Ведущему: спросите участников о темах. Если тема никому не нужна, уберите её.',
    'Участникам: принесите одно задание или вопрос по той теме, которая вам ближе.',
    'Если время или тема не подходят, напишите организатору до встречи.',
  ],
  foot: 'Повестка объединения. Об отдельных учителях в ней ничего нет.',
};

const en: AgendaWords = {
  title: (offer) => `Agenda of the association “${offer}”`,
  facts: (when, where, teachers, schools) =>
    [
      when === undefined ? 'No time is set' : `When: ${when}`,
      where === undefined ? 'no place is set' : `where: ${where}`,
      `${formatCount(teachers, 'en')} ${pluralEn(teachers, 'participant', 'participants')}${schools === 0 ? '' : ` from ${formatCount(schools, 'en')} ${pluralEn(schools, 'school', 'schools')}`}`,
    ]
      .join(', ')
      .concat('.'),
  about:
    'Topics stand by for how many participants they are marked. It is a proposal: whoever leads changes topics and order.',
  topics: 'Topics of the meeting',
  columns: ['Topic', 'Marked for participants', 'Of them first of all', 'Marked for others', 'Minutes'],
  waitingNote:
    '“Marked for others”: for teachers outside this association for whom nothing on the topic was found so far. The organiser knows whom to ask in.',
  order: 'Order of the meeting',
  few: (teachers) => (teachers <= FEW ? `1–${FEW}` : formatCount(teachers, 'en')),
  item: (topic, teachers) =>
    `“${topic}”: marked for ${en.few(teachers)} participants. Go through one task or a part of a lesson together; settle beforehand who shows it.`,
  closing: 'At the end each chooses what to try in class. Tell at the next meeting what came of it.',
  noTopics: 'There are no topics: participants were settled without one. Ask them what to talk about.',
  next: 'Before the meeting',
  steps: [
    'Whoever leads: ask the participants about the topics. Take out a topic that nobody needs.',
    'Participants: bring one task or one question on the topic that is nearest to you.',
    'If the time or a topic does not suit you, write to the organiser before the meeting.',
  ],
  foot: 'Agenda of an association. It says nothing of single teachers.',
};

/** Of so few participants in need of a topic no number is given: in a small association one would know who it is. */
const FEW = 2;

export function agendaWords(language: Language): AgendaWords {
  return language === 'ru' ? ru : en;
}
