import type { Bilingual, Named, RuleSource } from './rule-source.js';
import type { Mark } from './school-facts.js';

/** The six groups, in the order of the source. */
export const CARD_GROUPS = [
  'results',
  'qualification',
  'site',
  'prescriptions',
  'dynamics',
  'innovation',
] as const;
export type CardGroup = (typeof CARD_GROUPS)[number];

interface OfGroup extends Named {
  readonly group: CardGroup;
}

/** Computed from results: the share of these marks, or its change since the year before. */
export interface ComputedIndicator extends OfGroup {
  readonly kind: 'computed';
  readonly marks: readonly Mark[];
  readonly compared: boolean;
}

/** Entered as whole numbers: `part`, or the share of `part` in `of`; both are ids of columns. */
interface EnteredIndicator extends OfGroup {
  readonly kind: 'entered';
  readonly part: string;
  readonly of?: string;
}

export type CardIndicator = ComputedIndicator | EnteredIndicator;

export interface CardRules extends RuleSource {
  readonly groups: Readonly<Record<CardGroup, Bilingual>>;
  readonly indicators: readonly CardIndicator[];
}

/**
 * The six groups are those of a district of Ryazan region. By which numbers a group is told the source does not say (of
 * qualification: «результаты аттестации»), so the indicators are our own choice. Short courses are those of extracurricular work
 * («увеличение доли краткосрочных курсов», recommendations to schools of Omsk region), which pupils take.
 */
export const sixGroups: CardRules = {
  id: 'sasovo-six-groups',
  verification: 'own',
  source:
    'Группы: Управление образования Сасовского муниципального района Рязанской области, информационная справка; показатели внутри групп — выбор программы',
  groups: {
    results: { ru: 'Результаты (мониторинги, ГИА, ВПР)', en: 'Results (monitoring, exams, ВПР)' },
    qualification: {
      ru: 'Квалификация педагогов (результаты аттестации)',
      en: 'Qualification of teachers (certification)',
    },
    site: { ru: 'Информация и документы на официальном сайте', en: 'Information and documents on the site' },
    prescriptions: { ru: 'Исполнение предписаний', en: 'Prescriptions that were carried out' },
    dynamics: { ru: 'Положительная динамика достижений', en: 'Positive dynamics of results' },
    innovation: { ru: 'Инновационная активность', en: 'Innovation' },
  },
  indicators: [
    computed(
      'results',
      'pass_share',
      [3, 4, 5],
      false,
      'Успеваемость (отметки 3, 4, 5)',
      'Pass share (marks 3, 4, 5)',
    ),
    computed('results', 'quality_share', [4, 5], false, 'Качество (отметки 4, 5)', 'Marks 4 and 5'),
    entered(
      'qualification',
      'highest_share',
      'highest_category',
      'teachers',
      'Высшая категория',
      'Highest category',
    ),
    entered(
      'qualification',
      'first_share',
      'first_category',
      'teachers',
      'Первая категория',
      'First category',
    ),
    entered('qualification', 'no_category_share', 'no_category', 'teachers', 'Без категории', 'No category'),
    entered(
      'site',
      'documents_share',
      'documents_present',
      'documents_required',
      'Размещённые документы из обязательных',
      'Required documents that are on the site',
    ),
    entered(
      'prescriptions',
      'carried_out_share',
      'prescriptions_done',
      'prescriptions',
      'Исполненные предписания',
      'Prescriptions carried out',
    ),
    computed(
      'dynamics',
      'pass_change',
      [3, 4, 5],
      true,
      'Успеваемость: изменение за год на тех же заданиях',
      'Pass share: change over a year on the same items',
    ),
    entered(
      'innovation',
      'activities',
      'innovation_activities',
      undefined,
      'Инновационные проекты и площадки',
      'Projects and pilot sites',
    ),
    entered(
      'innovation',
      'extracurricular',
      'extracurricular_directions',
      undefined,
      'Направления внеурочной деятельности',
      'Directions of extracurricular work',
    ),
    entered(
      'innovation',
      'short_courses_share',
      'short_courses',
      'courses',
      'Краткосрочные курсы среди курсов внеурочной деятельности',
      'Short courses among those of extracurricular work',
    ),
  ],
};

function computed(
  group: CardGroup,
  id: string,
  marks: readonly Mark[],
  compared: boolean,
  ru: string,
  en: string,
): ComputedIndicator {
  return { kind: 'computed', group, id, marks, compared, name: { ru, en } };
}

function entered(
  group: CardGroup,
  id: string,
  part: string,
  of: string | undefined,
  ru: string,
  en: string,
): EnteredIndicator {
  return { kind: 'entered', group, id, part, ...(of === undefined ? {} : { of }), name: { ru, en } };
}
