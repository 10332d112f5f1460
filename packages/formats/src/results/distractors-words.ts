/** Headers, notes and words about options of items with a key in `results.xlsx`. @module */

export const DISTRACTOR_WORDS = {
  ru: {
    options: 'Варианты ответа',
    optionsNote:
      'Ученики, у которых есть все задания. «Связь»: корреляция выбора варианта с баллом за остальные задания, у ключа она должна быть выше нуля, у остальных ниже. «Сильнее выбравших ключ на»: разница балла за остальные задания. Пометка — повод перечитать задание, а не вывод: интервалы 95-процентные, из сорока вариантов один попадает в пометки случайно.',
    option: 'Вариант',
    role: 'Что это',
    roles: { key: 'ключ', distractor: 'неверный вариант', none: 'без ответа или несколько' },
    chose: 'Выбрали',
    meanOfThem: 'Их средний балл',
    restR: 'Связь с остальными',
    ofQuarter: 'Из четверти',
    overKey: 'Сильнее выбравших ключ на, баллов',
    optionFlag: 'Пометка',
    optionFlags: {
      nobody: 'никто не выбрал',
      rare: 'выбирают меньше 5 %',
      stronger: 'выбирают ученики сильнее тех, кто выбрал ключ',
      'key-doubtful': 'проверьте ключ',
    },
  },
  en: {
    options: 'Options',
    optionsNote:
      'Pupils with every item. "r with the rest": correlation of choosing the option with the points for the other items; above zero for a key, below for the others. "Stronger than the key by": difference in the points for the other items. A flag is a reason to read the item again, no verdict: intervals are of 95 %, and one of forty options is flagged by chance.',
    option: 'Option',
    role: 'What it is',
    roles: { key: 'key', distractor: 'wrong option', none: 'left out, or several' },
    chose: 'Chose it',
    meanOfThem: 'Their mean total',
    restR: 'r with the rest',
    ofQuarter: 'Of quarter',
    overKey: 'Stronger than the key by, points',
    optionFlag: 'Flag',
    optionFlags: {
      nobody: 'nobody chose it',
      rare: 'chosen by less than 5 %',
      stronger: 'its pupils are stronger than those of the key',
      'key-doubtful': 'check the key',
    },
  },
} as const;
