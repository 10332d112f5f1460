/** Headers, notes and words about test scores in `results.xlsx`. @module */

export const TEST_SCORE_WORDS = {
  ru: {
    testScores: 'Тестовые баллы ЕГЭ',
    testScoresNote:
      'Тестовый балл (от 0 до 100) получен из первичного по парам, которые даны в описании работы или видны в протоколах, без пересчёта «между ними». Считаются ученики, у которых есть все задания. Это внутренний документ.',
    meanScore: 'Средний тестовый балл',
    lowerQuartile: 'Четверть учеников не выше',
    median: 'Половина учеников не выше',
    upperQuartile: 'Три четверти не выше',
    minimum: 'Минимальный балл',
    belowMinimum: 'Ниже минимального',
    scoreFrom: (score: number) => `${score} и выше`,
    unpaired: 'Первичные баллы без тестового',
    borders: 'Границы',
    verifications: {
      verified: 'Сверено с документом.',
      'second-hand':
        'Самого документа мы не видели, баллы взяты из пересказа: сверьте их, прежде чем ссылаться.',
      unverified: 'Никем не сверено с документом.',
      own: 'Набор правил задан вами.',
    },
  },
  en: {
    testScores: 'Test scores of ЕГЭ',
    testScoresNote:
      'The test score (0 to 100) follows from the primary score by pairs that the description of the work gives or the protocols show, with nothing calculated between them. Pupils with every item count. An internal document.',
    meanScore: 'Mean test score',
    lowerQuartile: 'A quarter of pupils up to',
    median: 'Half of pupils up to',
    upperQuartile: 'Three quarters up to',
    minimum: 'Minimum score',
    belowMinimum: 'Below the minimum',
    scoreFrom: (score: number) => `${score} and above`,
    unpaired: 'Primary scores without a test score',
    borders: 'Borders',
    verifications: {
      verified: 'Checked against the document.',
      'second-hand':
        'We have not seen the document itself, the scores are known second-hand: check them before you refer to them.',
      unverified: 'Nobody has checked them against a document.',
      own: 'The ruleset is your own.',
    },
  },
} as const;
