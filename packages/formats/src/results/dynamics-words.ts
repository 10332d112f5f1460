/** Headers, notes and words about changes of schools in `results.xlsx`. @module */

export const DYNAMICS_WORDS = {
  ru: {
    dynamics: 'Динамика',
    dynamicsNote:
      'Изменение: место школы среди всех, кто писал ту же работу в оба года, этот год минус прошлый, в стандартных отклонениях учеников. «Выросли» и «снизились» сказано, только если изменение больше случайности и обычных колебаний школ между годами. Баллы сравниваются, только если задания те же. Где отмечен возможный признак необъективности, сначала проверьте. Границы — выбор программы, а не норма; это внутренний документ, мест по нему не присуждают.',
    year: 'Учебный год',
    before: 'Прошлый год',
    pupilsBefore: 'Учеников в прошлом году',
    change: 'Изменение',
    points: 'Изменение доли баллов',
    stable: 'Стабильно высокие',
    flagged: 'Сначала проверить',
    yes: 'да',
    verdicts: { rose: 'выросли', fell: 'снизились', unclear: 'нельзя сказать' },
    stables: { yes: 'да', no: 'нет', undetermined: 'нельзя сказать' },
  },
  en: {
    dynamics: 'Dynamics',
    dynamicsNote:
      'Change: standing of the school among all that wrote the same work in both years, this year less last year, in standard deviations of pupils. “Rose” and “fell” are said only of a change beyond chance and the usual ups and downs of schools. Points are compared only where the items are the same. Where a possible marker of doubtful results is noted, look at that first. The borders are a choice of the program, no norm; an internal document that ranks nobody.',
    year: 'School year',
    before: 'Year before',
    pupilsBefore: 'Pupils in the year before',
    change: 'Change',
    points: 'Change of the share of points',
    stable: 'Stably high',
    flagged: 'Look at first',
    yes: 'yes',
    verdicts: { rose: 'rose', fell: 'fell', unclear: 'nobody can tell' },
    stables: { yes: 'yes', no: 'no', undetermined: 'nobody can tell' },
  },
} as const;
