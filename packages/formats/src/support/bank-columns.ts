/**
 * Columns of the bank of deficits and achievements and of the people in it: written in the empty forms, read back.
 *
 * @module
 */
import type { BankEntry, BankPerson, DiagnosticBlock } from '@orientir/core/teacher-deficits';
import type { FormColumn } from '../forms/form-columns.js';
import { formColumn } from '../forms/form-columns.js';
import type { ChoiceWords } from '../forms/read-choice.js';
import { GROUP_COLUMNS, SCHOOL } from './support-columns.js';

export const PERSON = formColumn(
  'person',
  'код человека',
  'Код учителя или руководителя, не имя',
  'Code of the teacher or head, not a name',
  't-17',
);
export const POLARITY = formColumn(
  'polarity',
  'что это',
  'дефицит (нужна помощь) или достижение (может помочь другим)',
  'deficit (help is needed) or achievement (can help others)',
  'дефицит',
);
export const BANK_TOPIC = formColumn(
  'topic',
  'тема',
  'Тема: та же запись, что в предложениях помощи. Или тема, или блок',
  'Topic, written as in the offers of support. Either a topic or a block',
  'Дроби',
);
export const BANK_SUBJECT = formColumn(
  'subject',
  'предмет',
  'Предмет темы; пусто — предметы человека',
  'Subject of the topic; empty = those of the person',
  'Математика',
);
export const BLOCK = formColumn(
  'block',
  'блок',
  'Блок диагностики: нормативно-правовой, предметный, методический, психолого-педагогический',
  'Block of the diagnostics: legal, subject, methodical, psychological',
  '',
);
export const BANK_SEVERITY = formColumn(
  'severity',
  'острота',
  'Только у дефицита: 1 (немного), 2 (средне), 3 (очень); пусто — не известно',
  'Of a deficit only: 1 (a little), 2 (medium), 3 (much); empty = not known',
  '2',
);
export const BANK_SOURCE = formColumn(
  'source',
  'откуда известно',
  'результаты работ (это предположение), диагностика, сам человек, посещение урока, конкурс',
  'results (a guess), diagnostics, self, observation, contest',
  'диагностика',
);
export const BANK_DATE = formColumn(
  'date',
  'дата',
  'Когда это стало известно',
  'When it became known',
  '27.11.2026',
);
export const UNTIL = formColumn(
  'until',
  'до',
  'С какого дня больше не действует; пусто — действует',
  'From which day it holds no more; empty = it holds',
  '',
);
export const EVIDENCE = formColumn(
  'evidence',
  'основания',
  'На чём основано, через |: работы, справки, ссылки',
  'What it rests on, joined by |: works, certificates, links',
  'Диагностика 27.11.2026',
);

export const BANK_COLUMNS: readonly FormColumn[] = [
  PERSON,
  POLARITY,
  BANK_TOPIC,
  BANK_SUBJECT,
  BLOCK,
  BANK_SEVERITY,
  BANK_SOURCE,
  BANK_DATE,
  UNTIL,
  EVIDENCE,
];

export const ROLE = formColumn(
  'role',
  'кто',
  'учитель или руководитель; пусто — учитель',
  'teacher or head; empty = teacher',
  'учитель',
);
export const SUBJECTS = formColumn(
  'subjects',
  'предметы',
  'Предметы через |',
  'Subjects joined by |',
  'Математика',
);
export const GRADES = formColumn(
  'grades',
  'параллели',
  'В каких классах преподаёт: числа через | или от–до; пусто — не известно',
  'Grades that are taught: numbers joined by |, or from–to; empty = not known',
  '7–8',
);
export const CATEGORY = formColumn(
  'category',
  'категория',
  'Категория: первая, высшая, педагог-наставник, педагог-методист; пусто — нет или не известно',
  'Category: first, highest, mentor, methodist; empty = none or not known',
  'первая',
);
export const SINCE = formColumn(
  'since',
  'категория с',
  'С какого дня категория',
  'The day the category was given',
  '01.03.2024',
);

export const PEOPLE_COLUMNS: readonly FormColumn[] = [
  PERSON,
  ROLE,
  SCHOOL,
  SUBJECTS,
  GRADES,
  ...GROUP_COLUMNS,
  CATEGORY,
  SINCE,
];

export const POLARITIES = ['deficit', 'achievement'] as const;
export const POLARITY_WORDS: ChoiceWords<BankEntry['polarity']> = {
  deficit: { ru: 'дефицит', en: 'deficit' },
  achievement: { ru: 'достижение', en: 'achievement' },
};
export const BANK_SOURCES = ['results', 'diagnostics', 'self', 'observation', 'contest'] as const;
export const BANK_SOURCE_WORDS: ChoiceWords<BankEntry['source']> = {
  results: { ru: 'результаты работ', en: 'results' },
  diagnostics: { ru: 'диагностика', en: 'diagnostics' },
  self: { ru: 'сам человек', en: 'self' },
  observation: { ru: 'посещение урока', en: 'observation' },
  contest: { ru: 'конкурс', en: 'contest' },
};
export const BLOCK_WORDS: ChoiceWords<DiagnosticBlock> = {
  legal: { ru: 'нормативно-правовой', en: 'legal' },
  subject: { ru: 'предметный', en: 'subject' },
  methodical: { ru: 'методический', en: 'methodical' },
  psychological: { ru: 'психолого-педагогический', en: 'psychological' },
};
export const ROLES = ['teacher', 'head'] as const;
export const ROLE_WORDS: ChoiceWords<BankPerson['role']> = {
  teacher: { ru: 'учитель', en: 'teacher' },
  head: { ru: 'руководитель', en: 'head' },
};
export const CATEGORIES = ['first', 'highest', 'mentor', 'methodist'] as const;
export const CATEGORY_WORDS: ChoiceWords<(typeof CATEGORIES)[number]> = {
  first: { ru: 'первая', en: 'first' },
  highest: { ru: 'высшая', en: 'highest' },
  mentor: { ru: 'педагог-наставник', en: 'mentor' },
  methodist: { ru: 'педагог-методист', en: 'methodist' },
};
