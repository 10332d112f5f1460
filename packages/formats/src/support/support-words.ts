/**
 * What sheets of a plan of support say to those who arrange it.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatCount, formatShare, pluralEn, pluralRu } from '@orientir/core/foundation';
import type { Churn, Covered, PriorityGroup, UnmetReason, UnmetWhy } from '@orientir/core/support';

export interface SupportWords {
  readonly sheets: {
    readonly read: string;
    readonly seats: string;
    readonly unmet: string;
    readonly capacity: string;
    readonly needs: string;
    readonly meetings: string;
  };
  readonly titles: {
    readonly read: string;
    readonly seats: string;
    readonly unmet: string;
    readonly capacity: string;
    readonly needs: string;
    readonly meetings: string;
  };
  /** Notes above the tables. */
  readonly notes: {
    readonly seats: string;
    readonly unmet: string;
    readonly capacity: string;
    readonly needs: string;
    readonly meetings: string;
  };
  readonly figure: string;
  readonly meaning: string;
  readonly seats: readonly [string, string, string, string, string, string, string];
  readonly unmet: readonly [string, string, string, string];
  readonly capacity: readonly [string, string, string, string, string, string, string];
  readonly needs: readonly [string, string, string, string, string, string];
  /** Association, topic, invited with it, of them severe, waiting elsewhere. */
  readonly meetings: readonly [string, string, string, string, string];
  readonly locked: string;
  readonly kept: string;
  readonly fresh: string;
  readonly nothing: string;
  why(reason: UnmetWhy): string;
  whyCount(reason: UnmetReason, needs: number): string;
  readonly weakOffers: string;
  readonly noPlaces: string;
  readonly tooSmall: string;
  readonly full: string;
  readonly group: Readonly<Record<PriorityGroup, string>>;
  share(covered: Covered): string;
  proof(value: number, bound: number): string;
  readonly needsLabel: string;
  readonly severeLabel: string;
  readonly teachersLabel: string;
  teachers(helped: number, withNeeds: number): string;
  readonly proofLabel: string;
  readonly churnLabel: string;
  churn(churn: Churn): string;
  readonly rulesLabel: string;
  rules(id: string): string;
  readonly priceLabel: string;
  readonly price: string;
  readonly guessLabel: string;
  readonly guess: string;
  readonly limitLabel: string;
}

const WHY_RU: Readonly<Record<UnmetReason, string>> = {
  'no-offer': 'нет такой помощи',
  'not-eligible': 'учитель занят в это время',
  'group-too-small': 'группа не набралась',
  full: 'нет мест',
  clash: 'совпадает по времени с другим занятием',
  limit: 'учитель уже берёт, сколько может',
};
const WHY_EN: Readonly<Record<UnmetReason, string>> = {
  'no-offer': 'no such offer',
  'not-eligible': 'the teacher is busy then',
  'group-too-small': 'too few came together',
  full: 'no places left',
  clash: 'at the same time as another offer',
  limit: 'the teacher takes as much as possible already',
};

const ru: SupportWords = {
  sheets: {
    read: 'Как читать',
    seats: 'Кому что',
    unmet: 'Что не закрыто',
    capacity: 'Места',
    needs: 'Чего не хватает',
    meetings: 'Темы объединений',
  },
  titles: {
    read: 'План помощи учителям: главное и как читать',
    seats: 'Кому что предложено и почему',
    unmet: 'По каким темам помощи пока нет и почему',
    capacity: 'Сколько мест занято и где мест не хватает',
    needs: 'По каким темам нужна помощь и чего не хватает',
    meetings: 'Темы объединений: у скольких приглашённых они отмечены',
  },
  notes: {
    seats: 'Это предложения: учитель может отказаться. Список по кодам, порядок ничего не значит.',
    unmet: 'Тема — предположение, её подтверждает сам учитель. Список по кодам, порядок ничего не значит.',
    capacity:
      'Цена места показывает, где мест не хватает: чем она больше, тем полезнее добавить место именно здесь. 0 — мест хватает.',
    needs:
      'Строка — тема, предмет и острота. «Нет такой помощи» — это надо организовать; «нет мест» — добавить места.',
    meetings:
      'Только для вас: приглашённым эти числа не показывают. «Ждут по теме» — учителя, для которых по теме пока ничего не нашлось; кто они, видно на листе «Что не закрыто».',
  },
  figure: 'Что',
  meaning: 'Сколько и что это значит',
  seats: [
    'Учитель',
    'Что предложено',
    'По каким темам',
    'Цена места',
    'Лучшая замена',
    'Потеря при замене',
    'Пометка',
  ],
  unmet: ['Учитель', 'Тема', 'Острота', 'Почему нет'],
  capacity: ['Предложение', 'Вид', 'Мест', 'Занято', 'Цена места', 'Даст ещё одно место', 'Пометка'],
  needs: ['Тема', 'Предмет', 'Острота', 'Учителей', 'С помощью', 'Почему не всем'],
  meetings: ['Объединение', 'Тема', 'Приглашены с ней', 'Из них в первую очередь', 'Ждут по теме'],
  locked: 'решено заранее',
  kept: 'осталось из прежнего плана',
  fresh: 'новое',
  nothing: 'нечего',
  why: ({ why, note }) =>
    note === 'hours'
      ? 'не хватает часов учителя'
      : note === 'strength'
        ? 'есть только более лёгкая помощь'
        : WHY_RU[why],
  whyCount: (reason, needs) => `${WHY_RU[reason]} — ${formatCount(needs, 'ru')}`,
  weakOffers: 'есть только более лёгкая помощь',
  noPlaces: 'мест нет совсем',
  tooSmall: 'не состоится: группа не набралась',
  full: 'мест не осталось',
  group: {
    young: 'Молодые специалисты',
    newcomer: 'Недавно в школе',
    low_results: 'Школы с низкими результатами',
    no_exam_experience: 'Ещё не готовили к ГИА',
  },
  share: ({ met, needs }) =>
    needs === 0
      ? 'нет таких тем'
      : `${formatCount(met, 'ru')} из ${formatCount(needs, 'ru')}, ${formatShare(met / needs, 'ru')}`,
  proof: (value, bound) =>
    value >= bound
      ? 'Доказано: лучшего плана нет.'
      : `Доказано: ни один план не лучше этого больше чем на ${formatShare((bound - value) / bound, 'ru', 2)} (с учётом остроты тем).`,
  needsLabel: 'Темы, по которым нашлась помощь',
  severeLabel: 'Из них самые острые',
  teachersLabel: 'Учителя',
  teachers: (helped, withNeeds) =>
    `Помощь предложена ${formatCount(helped, 'ru')} ${pluralRu(helped, 'учителю', 'учителям', 'учителям')}; темы есть у ${formatCount(withNeeds, 'ru')}.`,
  proofLabel: 'Можно ли лучше',
  churnLabel: 'Что изменилось',
  churn: ({ earlier, kept, dropped, gone, added }) =>
    `В прежнем плане было ${formatCount(earlier, 'ru')}. Осталось ${formatCount(kept, 'ru')}, заменено ${formatCount(dropped, 'ru')}, больше невозможно ${formatCount(gone, 'ru')}, добавлено ${formatCount(added, 'ru')}.`,
  rulesLabel: 'Правило',
  rules: (id) =>
    `${id}. Сколько весит тема и группа учителей, выбрали разработчики. Официального документа с этими числами нет, они не проверены.`,
  priceLabel: 'Цена места и потеря',
  price:
    'Считаются в «весе» тем: самая лёгкая тема весит 10, средняя 20, острая 30 (в приоритетных группах больше), острые засчитываются с запасом. Это не деньги.',
  guessLabel: 'Темы',
  guess: 'Это предположения о том, где нужна помощь. Подтверждает их сам учитель своей диагностикой.',
  limitLabel: 'Чего нельзя',
};

const en: SupportWords = {
  sheets: {
    read: 'How to read',
    seats: 'Who gets what',
    unmet: 'Not met',
    capacity: 'Places',
    needs: 'What is missing',
    meetings: 'Topics of associations',
  },
  titles: {
    read: 'Support for teachers: the main figures and how to read them',
    seats: 'What is offered to whom, and why',
    unmet: 'Topics without support so far, and why',
    capacity: 'Places taken, and where places are short',
    needs: 'Topics with needs, and what is missing',
    meetings: 'Topics of associations: for how many of those invited they are marked',
  },
  notes: {
    seats: 'These are offers: a teacher may decline. The list is by code; its order means nothing.',
    unmet: 'A topic is a guess until the teacher confirms it. The list is by code; its order means nothing.',
    capacity:
      'The price of a place shows where places are short: the higher, the more another place helps here. 0 = there are enough.',
    needs:
      'A row is a topic, a subject and a severity. “No such offer”: arrange it. “No places left”: add places.',
    meetings:
      'For you only: those invited are not shown these numbers. “Waiting” are teachers for whom nothing on the topic was found so far; the sheet “Not met” says who they are.',
  },
  figure: 'What',
  meaning: 'How much, and what it means',
  seats: ['Teacher', 'Offer', 'Topics', 'Price of the place', 'Best alternative', 'Loss with it', 'Note'],
  unmet: ['Teacher', 'Topic', 'Severity', 'Why not'],
  capacity: ['Offer', 'Kind', 'Places', 'Taken', 'Price of a place', 'One more place brings', 'Note'],
  needs: ['Topic', 'Subject', 'Severity', 'Teachers', 'Met', 'Why not all'],
  meetings: ['Association', 'Topic', 'Invited with it', 'Of them first of all', 'Waiting'],
  locked: 'settled beforehand',
  kept: 'kept from the earlier plan',
  fresh: 'new',
  nothing: 'nothing',
  why: ({ why, note }) =>
    note === 'hours'
      ? 'the teacher’s hours do not suffice'
      : note === 'strength'
        ? 'only lighter help is offered'
        : WHY_EN[why],
  whyCount: (reason, needs) => `${WHY_EN[reason]}: ${formatCount(needs, 'en')}`,
  weakOffers: 'only lighter help is offered',
  noPlaces: 'no places at all',
  tooSmall: 'does not take place: too few',
  full: 'no places left',
  group: {
    young: 'Young teachers',
    newcomer: 'Newly arrived',
    low_results: 'Schools with low results',
    no_exam_experience: 'No experience with state exams',
  },
  share: ({ met, needs }) =>
    needs === 0
      ? 'no such topics'
      : `${formatCount(met, 'en')} of ${formatCount(needs, 'en')}, ${formatShare(met / needs, 'en')}`,
  proof: (value, bound) =>
    value >= bound
      ? 'Proven: there is no better plan.'
      : `Proven: no plan is better than this one by more than ${formatShare((bound - value) / bound, 'en', 2)} (topics weighed by severity).`,
  needsLabel: 'Topics that are met',
  severeLabel: 'The most severe of them',
  teachersLabel: 'Teachers',
  teachers: (helped, withNeeds) =>
    `${formatCount(helped, 'en')} ${pluralEn(helped, 'teacher is', 'teachers are')} offered support; ${formatCount(withNeeds, 'en')} have topics.`,
  proofLabel: 'Could it be better',
  churnLabel: 'What changed',
  churn: ({ earlier, kept, dropped, gone, added }) =>
    `The earlier plan had ${formatCount(earlier, 'en')}. Kept ${formatCount(kept, 'en')}, replaced ${formatCount(dropped, 'en')}, not possible any more ${formatCount(gone, 'en')}, added ${formatCount(added, 'en')}.`,
  rulesLabel: 'Rule',
  rules: (id) =>
    `${id}. The developers chose what topics and groups of teachers weigh. No official document has these numbers; they are unverified.`,
  priceLabel: 'Price of a place and loss',
  price:
    'In weights of topics: a mild one weighs 10, a medium one 20, a severe one 30 (more in priority groups), and severe ones count more besides. It is no money.',
  guessLabel: 'Topics',
  guess: 'They are guesses where help may be needed. The teacher’s own diagnostics confirm them.',
  limitLabel: 'What must not be done',
};

export function supportWords(language: Language): SupportWords {
  return language === 'ru' ? ru : en;
}
