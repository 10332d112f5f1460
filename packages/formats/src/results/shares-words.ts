/** Headers, notes and words about shares of schools in `results.xlsx`. @module */

export const SHARE_WORDS = {
  ru: {
    shares: 'Доли школ с поправкой',
    sharesNote:
      'В малой школе один ученик меняет долю на много процентов, поэтому рядом с долей стоит доля с поправкой: она тем ближе к средней остальных школ, чем меньше в школе учеников; выводов и мест по ней не делают. Это внутренний документ.',
    pupilShare: 'Доля каких учеников',
    pupilShares: { 'below-minimum': 'не выше низшей отметки («2»)', quality: '«4» и «5» (качество)' },
    ofThem: 'Из них',
    shrunken: 'Доля с поправкой',
    othersMean: 'Средняя остальных школ',
    funnelPlace: 'Объяснимо ли случайностью',
    funnelPlaces: {
      inside: 'может быть случайностью',
      'above-95': 'доля больше обычной (95 %)',
      'below-95': 'доля меньше обычной (95 %)',
      'above-998': 'доля намного больше обычной (99,8 %)',
      'below-998': 'доля намного меньше обычной (99,8 %)',
    },
  },
  en: {
    shares: 'Adjusted shares of schools',
    sharesNote:
      'In a small school one pupil moves the share by many per cent, so an adjusted share stands beside it: the fewer pupils, the nearer it is to the mean of the other schools; nothing is concluded or ranked by it. An internal document.',
    pupilShare: 'Share of which pupils',
    pupilShares: { 'below-minimum': 'lowest mark (2) and below', quality: 'marks 4 and 5' },
    ofThem: 'Of them',
    shrunken: 'Adjusted share',
    othersMean: 'Mean of the other schools',
    funnelPlace: 'Does chance explain it',
    funnelPlaces: {
      inside: 'it may be chance',
      'above-95': 'above the usual (95 %)',
      'below-95': 'below the usual (95 %)',
      'above-998': 'far above the usual (99.8 %)',
      'below-998': 'far below the usual (99.8 %)',
    },
  },
} as const;
