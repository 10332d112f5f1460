/** Headers, notes and words about conditions and gaps in `results.xlsx`. @module */

export const CONTEXT_WORDS = {
  ru: {
    conditions: 'Условия и результаты',
    conditionsNote:
      'Индекс: чем выше, тем тяжелее условия по социальному паспорту. Результаты — в стандартных отклонениях учеников (0 — среднее всех); ожидаемые — те, что бывают у школ в таких же условиях. «Выше ожидаемого» — с поправкой на число учеников: чем школа меньше, тем ближе к нулю. Вывод есть, только если он достаточно надёжен. Это внутренний документ и повод для помощи.',
    settlement: 'Вид населённого пункта',
    conditionsIndex: 'Индекс условий',
    hard: 'Тяжёлые условия',
    yesWord: 'да',
    noWord: 'нет',
    result: 'Результат',
    expected: 'Ожидаемый',
    overExpected: 'Выше ожидаемого на',
    probabilityAbove: 'Вероятность, что выше ожидаемого',
    gaps: 'Разрывы между группами школ',
    gapsNote:
      'Среднее группы минус среднее остальных школ, в стандартных отклонениях учеников. Разрыв ни на что не поправлен и причины не называет.',
    papers: 'Работ в обеих группах',
    gap: 'Разрыв',
    groupings: {
      conditions: 'условия',
      settlement: 'вид населённого пункта',
      type: 'тип школы',
      remoteness: 'удалённость',
    },
    conditionGroups: { hard: 'тяжёлые', 'not-hard': 'остальные' },
  },
  en: {
    conditions: 'Conditions and results',
    conditionsNote:
      'Index: the higher, the harder the conditions by the social passport. Results are in standard deviations of pupils (0 = mean of all); expected ones are those of schools in such conditions. “Above expected” allows for the number of pupils: the smaller a school, the nearer to 0. A conclusion stands only where it is sure enough. An internal document, and a reason to help.',
    settlement: 'Kind of settlement',
    conditionsIndex: 'Index of conditions',
    hard: 'Hard conditions',
    yesWord: 'yes',
    noWord: 'no',
    result: 'Result',
    expected: 'Expected',
    overExpected: 'Above expected by',
    probabilityAbove: 'Probability of being above expected',
    gaps: 'Gaps between groups of schools',
    gapsNote:
      'Mean of the group less that of the other schools, in standard deviations of pupils. A gap is adjusted for nothing and names no cause.',
    papers: 'Papers of both groups',
    gap: 'Gap',
    groupings: {
      conditions: 'conditions',
      settlement: 'kind of settlement',
      type: 'type of school',
      remoteness: 'remoteness',
    },
    conditionGroups: { hard: 'hard', 'not-hard': 'others' },
  },
} as const;
