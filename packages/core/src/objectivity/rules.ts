/**
 * Rules of both methods as data: the official markers with their document, and the thresholds of our own tests.
 *
 * @module
 */
import type { Verification } from '../assessment/finding-rules.js';

/** What a marker of the official method looks at; `grade` is that of the later work for changes from year to year. */
export interface OfficialMarker {
  readonly id: string;
  readonly kind: 'inflated-mean' | 'journal-mismatch' | 'sharp-rise' | 'sharp-fall';
  /** As {@link Assessment} names them; compared without regard to case. */
  readonly programme: string;
  readonly subject: string;
  readonly grade: number;
}

/** The official method: a closed list of markers and the numbers that its document prints. */
export interface OfficialRules {
  readonly id: string;
  readonly verification: Verification;
  /** Title of the document. */
  readonly source: string;
  /** Year of the document. */
  readonly year: number;
  /** Half width of both intervals of a mean, in standard errors. */
  readonly standardErrors: number;
  /** A rank correlation below this marks a school. */
  readonly correlationBelow: number;
  /**
   * `printed`: 1 − 6Σd²/(n(n² − 1)) with mean ranks, as the document prints it; `ties`: Pearson's correlation of mean ranks,
   * which is Spearman's with ties. Marks have four values, so the two differ much.
   */
  readonly correlation: 'printed' | 'ties';
  /** How many interquartile ranges beyond the quartiles a ratio is critical. */
  readonly quartileRanges: number;
  readonly markers: readonly OfficialMarker[];
}

/** Alternatives at which the power of our own tests is stated. Our own choice. */
export interface PowerAlternatives {
  /** Share of the pupils just below a border who are lifted over it. */
  readonly lifted: number;
  /** Slope of the net differences on difficulty, logits for a logit. */
  readonly slope: number;
  /** Variance of totals against what is usual in the region. */
  readonly variance: number;
  /** Pairs of equal totals against what is usual in the region. */
  readonly identical: number;
  /** Share by which agreement with the journal is lower. */
  readonly agreement: number;
  /** Share by which gaps of two marks are more frequent. */
  readonly gaps: number;
  /** Shift of the marks against the journal, in marks. */
  readonly shift: number;
  /** Change from work to work, in standard deviations of pupils. */
  readonly change: number;
  /** Share by which medals that the exam does not confirm are more frequent. */
  readonly medals: number;
}

/** Thresholds of our own tests. */
export interface OwnRules {
  readonly id: string;
  /** `own`: no document sets these; said to the user. */
  readonly verification: Verification;
  /**
   * Between 0 and 1. A result is flagged when its q is at most this. So a test that cannot give p at most this takes no part in q,
   * power is the chance of such a p, and a slope of which p is larger is not asked about parts of the work.
   */
  readonly level: number;
  /** Fewest pupils of a flagged result. */
  readonly minPupils: number;
  /** Power under this is called low. */
  readonly powerFrom: number;
  readonly alternatives: PowerAlternatives;
}

export interface ObjectivityRules {
  readonly official: OfficialRules;
  readonly own: OwnRules;
}

const RUSSIAN = 'Русский язык';
const MATHS = 'Математика';

/**
 * The fourteen markers («признаки необъективности»). The list of the document names journal marks against ВПР in Russian of
 * grade 4 twice and of grade 5 not at all; its annex says grades 4 and 5, so the second is read as grade 5.
 *
 * Source: «Методика расчёта показателя „Уровень объективности оценки образовательных результатов в субъекте Российской
 * Федерации“», with annex «Математический алгоритм маркировки образовательных организаций»; file of 19 April 2019.
 */
export const official2019: OfficialRules = /* @__PURE__ */ officialRules();

function officialRules(): OfficialRules {
  const marker = (
    kind: OfficialMarker['kind'],
    programme: string,
    subject: string,
    grade: number,
  ): OfficialMarker => ({
    id: `${kind}-${programme === 'ВПР' ? 'vpr' : 'oge'}-${grade}-${subject === RUSSIAN ? 'russian' : 'maths'}`,
    kind,
    programme,
    subject,
    grade,
  });
  return {
    id: 'official-2019',
    verification: 'verified',
    source:
      'Методика расчёта показателя «Уровень объективности оценки образовательных результатов в субъекте Российской Федерации», приложение',
    year: 2019,
    standardErrors: 1.96,
    correlationBelow: 0,
    correlation: 'printed',
    quartileRanges: 3,
    markers: [
      marker('inflated-mean', 'ВПР', RUSSIAN, 4),
      marker('inflated-mean', 'ВПР', MATHS, 4),
      marker('inflated-mean', 'ВПР', RUSSIAN, 5),
      marker('inflated-mean', 'ВПР', MATHS, 5),
      marker('inflated-mean', 'ОГЭ', RUSSIAN, 9),
      marker('inflated-mean', 'ОГЭ', MATHS, 9),
      marker('journal-mismatch', 'ВПР', RUSSIAN, 4),
      marker('journal-mismatch', 'ВПР', MATHS, 4),
      marker('journal-mismatch', 'ВПР', RUSSIAN, 5),
      marker('journal-mismatch', 'ВПР', MATHS, 5),
      marker('sharp-rise', 'ВПР', RUSSIAN, 5),
      marker('sharp-rise', 'ВПР', MATHS, 5),
      marker('sharp-fall', 'ВПР', RUSSIAN, 5),
      marker('sharp-fall', 'ВПР', MATHS, 5),
    ],
  };
}

/** Our own choice; no document sets these. */
export const ownTests: OwnRules = {
  id: 'own-tests',
  verification: 'own',
  level: 0.05,
  minPupils: 10,
  powerFrom: 0.5,
  alternatives: {
    lifted: 0.5,
    slope: 0.5,
    variance: 0.5,
    identical: 1.5,
    agreement: 0.2,
    gaps: 0.1,
    shift: 0.5,
    change: 0.5,
    medals: 0.3,
  },
};

/** The official method of 2019 beside our own tests. */
export const objectivityRules: ObjectivityRules = { official: official2019, own: ownTests };
