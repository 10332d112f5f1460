/**
 * Headings that say in so many words whose work they are about or which direction of work: terms of the documents of
 * regions, municipalities and schools. A heading that says anything else says nothing: there is no guessing.
 *
 * @module
 */
import type { PlanLevel, Section } from '@orientir/core/road-map';
import { plainText } from './plain-text.js';

/** What a heading says of its section; nothing where a part of it is no known term, or where two of one kind differ. */
export function sectionTerms(title: string): Pick<Section, 'addressee' | 'direction'> {
  if (title.length > LONGEST) return {};
  const whole = normal(title);
  const parts = isTerm(whole) ? [whole] : plainText(title).split(BETWEEN).map(normal);
  if (!parts.every(isTerm)) return {};
  const addressees = new Set(parts.flatMap((part) => ADDRESSEE_OF.get(part) ?? []));
  const directions = new Set(parts.flatMap((part) => DIRECTION_OF.get(part) ?? []));
  const [addressee] = addressees;
  const [direction] = directions;
  return {
    ...(addressee === undefined || addressees.size > 1 ? {} : { addressee }),
    ...(direction === undefined || directions.size > 1 ? {} : { direction }),
  };
}

function isTerm(text: string): boolean {
  return ADDRESSEE_OF.has(text) || DIRECTION_OF.has(text);
}

/** One spelling: small letters, no quotes, no remarks in brackets that change nothing, nothing behind. */
function normal(text: string): string {
  return plainText(
    plainText(text)
      .toLowerCase()
      .replace(/ё/g, 'е')
      .replace(/[«»"“”]/g, '')
      .replace(ASIDE, ' ')
      .replace(/^(?:мероприятия|меры) (?=на )/u, ''),
  ).replace(/\s*[.:;]+$/u, '');
}

const ADDRESSEES: Readonly<Record<PlanLevel, readonly string[]>> = {
  region: [
    'региональный уровень',
    'на региональном уровне',
    'уровень региона',
    'на уровне региона',
    'регион',
  ],
  municipality: [
    'муниципальный уровень',
    'на муниципальном уровне',
    'уровень муниципалитета',
    'на уровне муниципалитета',
    'муниципалитет',
    'муниципальные органы управления образования',
    'муниципальные органы управления образованием',
    'муниципальные органы управления образования и молодежной политики',
  ],
  school: [
    'школьный уровень',
    'на школьном уровне',
    'уровень школы',
    'на уровне школы',
    'уровень образовательной организации',
    'на уровне образовательной организации',
    'на уровне образовательных организаций',
    'школа',
    'школы',
    'образовательные организации',
    'общеобразовательные организации',
  ],
};

/** The term that stands in the plan, and other ways to write it. */
const DIRECTIONS: Readonly<Record<string, readonly string[]>> = {
  'Повышение качества образования': ['качество образования', 'качество обучения'],
  'Повышение качества преподавания': [
    'качество преподавания',
    'преподавание предметов',
    'повышение качества преподавания учебных предметов',
    'мероприятия по повышению качества преподавания учебных предметов',
  ],
  'Кадровое обеспечение': ['кадры'],
  'Методическая работа': [],
  'Работа с педагогами': [
    'работа с учителями',
    'работа с педагогическими работниками',
    'работа с педагогическими кадрами',
    'работа с кадрами',
  ],
  'Работа с обучающимися': ['работа с учащимися'],
  'Взаимодействие с родителями': ['работа с родителями'],
  'Дополнительное образование': [],
  'Система профориентации, предпрофессиональной подготовки': ['система профориентации', 'профориентация'],
  'Объективность оценочных процедур': [
    'объективность',
    'обеспечение объективности оценочных процедур',
    'обеспечение объективности всех оценочных процедур',
  ],
  Контроль: [],
  'Массовость достижения базовых результатов': [],
  'Развитие таланта': [],
  'Прозрачность и объективность образовательного процесса': [],
  'Качество образовательной среды': [],
  'Индивидуализация образовательного процесса': [],
};

/** Remarks in brackets that leave the term as it is. */
const ASIDE = /\((?:законными представителями|районн\p{L}+\s*\/\s*городск\p{L}+)\)/gu;
/** Between an addressee and a direction: «Школьный уровень. Работа с родителями». */
const BETWEEN = /\s*[.:;]\s+|\s+[-–—/]\s+/u;
const LONGEST = 200;

const ADDRESSEE_OF: ReadonlyMap<string, PlanLevel> = new Map([
  ...ADDRESSEES.region.map((term): [string, PlanLevel] => [term, 'region']),
  ...ADDRESSEES.municipality.map((term): [string, PlanLevel] => [term, 'municipality']),
  ...ADDRESSEES.school.map((term): [string, PlanLevel] => [term, 'school']),
]);
const DIRECTION_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(DIRECTIONS).flatMap(([direction, others]) =>
    [direction.toLowerCase(), ...others].map((term): [string, string] => [term, direction]),
  ),
);
