/**
 * Words with which a responsible party begins: people by their roles, bodies by their short names.
 *
 * Source: public plans of schools and municipalities; the list is our own choice.
 *
 * @module
 */

/** Heads of a phrase, in the nominative: «заместитель директора» begins here, «директора» does not. */
export const ROLE_WORDS = [
  'директор',
  'заместитель',
  'заместители',
  'зам',
  'завуч',
  'завучи',
  'руководитель',
  'руководители',
  'заведующий',
  'заведующая',
  'заведующие',
  'начальник',
  'председатель',
  'председатели',
  'методист',
  'методисты',
  'специалист',
  'специалисты',
  'учитель',
  'педагог',
  'педагоги',
  'педагог-психолог',
  'педагоги-психологи',
  'педагог-организатор',
  'психолог',
  'психологи',
  'логопед',
  'учитель-логопед',
  'учителя-предметники',
  'учителя-логопеды',
  'тьютор',
  'тьюторы',
  'куратор',
  'кураторы',
  'координатор',
  'координаторы',
  'наставник',
  'наставники',
  'библиотекарь',
  'секретарь',
  'родители',
  'воспитатели',
  'члены',
  'администрация',
  'рук',
  'соцпедагог',
  'вожатая',
  'вожатый',
] as const;

/** Adjectives that belong to the role behind them. */
export const ROLE_ADJECTIVES =
  'старш|главн|ведущ|социальн|классн|школьн|районн|муниципальн|городск|региональн|ответственн|временн';

/** Short forms of such adjectives: «кл. руководители», «соц. педагог». */
export const ROLE_ADJECTIVES_SHORT = 'кл|соц|ст|гл|вед|шк|пед|мун|рег|отв';

/** Groups of people; any adjective may stand before them. */
export const GROUP_WORDS = 'группа|комиссия|совет|педсовет|методсовет|комитет|коллектив|служба';

/** Short names of bodies that stand for themselves. */
export const BODY_NAMES = [
  'ОО',
  'ОУ',
  'ОУО',
  'МОУО',
  'МО',
  'РМО',
  'ШМО',
  'ГМО',
  'РМК',
  'ММС',
  'УО',
  'ИМЦ',
  'РИРО',
  'ИРО',
  'РЦОКО',
  'СМИ',
  'ППк',
  'ПМПК',
] as const;

/** Legal forms and common names that a name in quotes follows. */
export const BODY_FORMS = [
  'МКУ',
  'МБУ',
  'МАУ',
  'МОУ',
  'МБОУ',
  'МАОУ',
  'МКОУ',
  'ГБОУ',
  'ГБУ',
  'ГАУ',
  'БОУ',
  'ГОУ',
  'Методкабинет',
  'Методический',
  'Управление',
  'Отдел',
  'Департамент',
  'Министерство',
  'Комитет',
  'Администрация',
  'Институт',
  'Центр',
] as const;

/** Short forms of directions of work: they go on with the party before them («по УВР, ВР»). */
export const WORK_SHORT_FORMS = [
  'УВР',
  'ВР',
  'УР',
  'НМР',
  'МР',
  'УМР',
  'АХР',
  'АХЧ',
  'ИКТ',
  'ОБЖ',
  'БЖ',
  'НОО',
  'ООО',
  'СОО',
] as const;
