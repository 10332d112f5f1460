/**
 * Sentences of measures that help teachers.
 *
 * @module
 */
import { formatCount } from '../foundation/format-number.js';
import type { Language } from '../foundation/issue.js';
import { pluralEn, pluralRu } from '../foundation/messages/plural.js';
import type { HelpKind } from './support-measures.js';

interface HelpWords {
  readonly kind: string;
  /** Absent = so few that nobody is told. */
  readonly teachers: number | undefined;
  readonly offers: readonly string[];
  readonly topics: readonly string[];
}

export interface SupportMeasureWords {
  readonly section: string;
  readonly direction: string;
  readonly responsible: string;
  help(kind: HelpKind, words: HelpWords): string;
  missing(topics: readonly string[]): string;
  readonly reason: string;
  readonly reasonMissing: string;
  readonly teachersDone: string;
  readonly offersHeld: string;
  readonly topicsArranged: string;
  readonly checkpoint: string;
}

const SHOWN = 5;

const ru: SupportMeasureWords = {
  section: 'Помощь учителям',
  direction: 'Кадровое обеспечение',
  responsible: 'Методический центр',
  help: (kind, { kind: called, teachers, offers, topics }) => {
    const many = teachers === undefined ? undefined : formatCount(teachers, 'ru');
    const ofTeachers =
      many === undefined
        ? 'учителей'
        : `${many} ${pluralRu(teachers ?? 0, 'учителя', 'учителей', 'учителей')}`;
    const about = topics.length === 0 ? '' : ` Темы: ${listRu(topics)}.`;
    switch (kind) {
      case 'course':
        return `Обучить ${ofTeachers} на курсах: ${listRu(offers)}.${about}`;
      case 'mentor':
        return many === undefined
          ? `Организовать наставничество для учителей.${about}`
          : `Организовать наставничество для ${ofTeachers}.${about}`;
      case 'association':
        return `Провести заседания методических объединений для ${ofTeachers}: ${listRu(offers)}.${about}`;
      case 'other':
        return `Организовать помощь для ${ofTeachers}${called === '' ? '' : ` (${called})`}: ${listRu(offers)}.${about}`;
    }
  },
  missing: (topics) =>
    `Найти или организовать занятия для учителей по ${pluralRu(topics.length, 'теме', 'темам', 'темам')}, где помощи или мест не хватило: ${listRu(topics)}.`,
  reason:
    'Из плана помощи учителям. Темы — предположения, подтверждают их сами учителя. Кому что предложено, знает организатор; в плане никто не назван.',
  reasonMissing: 'Из плана помощи учителям: по этим темам подошло не всем, кому нужна помощь.',
  teachersDone: 'Учителей, получивших помощь',
  offersHeld: 'Проведено занятий из списка',
  topicsArranged: 'Тем, по которым занятия нашлись',
  checkpoint: 'Сверка плана помощи',
};

const en: SupportMeasureWords = {
  section: 'Support for teachers',
  direction: 'Staffing',
  responsible: 'Methodical centre',
  help: (kind, { kind: called, teachers, offers, topics }) => {
    const many =
      teachers === undefined
        ? 'teachers'
        : `${formatCount(teachers, 'en')} ${pluralEn(teachers, 'teacher', 'teachers')}`;
    const about = topics.length === 0 ? '' : ` Topics: ${listEn(topics)}.`;
    switch (kind) {
      case 'course':
        return `Train ${many} on courses: ${listEn(offers)}.${about}`;
      case 'mentor':
        return `Arrange mentors for ${many}.${about}`;
      case 'association':
        return `Hold meetings of teachers’ associations for ${many}: ${listEn(offers)}.${about}`;
      case 'other':
        return `Arrange support for ${many}${called === '' ? '' : ` (${called})`}: ${listEn(offers)}.${about}`;
    }
  },
  missing: (topics) =>
    `Find or arrange something for teachers on ${pluralEn(topics.length, 'the topic', 'the topics')} where help or places did not suffice: ${listEn(topics)}.`,
  reason:
    'From the plan of support for teachers. Topics are hypotheses, which the teachers confirm themselves. The organiser knows what is offered to whom; the plan names nobody.',
  reasonMissing:
    'From the plan of support for teachers: not all who may need help on these topics found some.',
  teachersDone: 'Teachers who had support',
  offersHeld: 'Offers of the list held',
  topicsArranged: 'Topics on which something was found',
  checkpoint: 'Review of the plan of support',
};

export function supportMeasureWords(language: Language): SupportMeasureWords {
  return language === 'ru' ? ru : en;
}

function listRu(texts: readonly string[]): string {
  const shown = texts.slice(0, SHOWN).map((text) => `«${text.trim()}»`);
  return texts.length <= SHOWN
    ? shown.join(', ')
    : `${shown.join(', ')} и ещё ${formatCount(texts.length - SHOWN, 'ru')}`;
}

function listEn(texts: readonly string[]): string {
  const shown = texts.slice(0, SHOWN).map((text) => `“${text.trim()}”`);
  return texts.length <= SHOWN
    ? shown.join(', ')
    : `${shown.join(', ')} and ${formatCount(texts.length - SHOWN, 'en')} more`;
}
