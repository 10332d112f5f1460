/**
 * What may put a school at risk: data with a source, replaceable by the caller.
 *
 * @module
 */
import type { Verification } from '../assessment/finding-rules.js';
import type { Named, RuleSource } from './rule-source.js';

/** A risk factor («фактор риска»); its wording is checked apart from that of the others. */
export interface RiskFactor extends Named {
  readonly verification: Verification;
}

export interface RiskFactorRules extends RuleSource {
  readonly factors: readonly RiskFactor[];
}

/**
 * Factors of the risk profile of a school («рисковый профиль школы», РПШ) of the project 500+. Three wordings are seen
 * in a table that a school published; the others circulate and no document was found, so each factor says how far it
 * was checked, and so does the scale high, medium, low.
 */
export const riskProfile500: RiskFactorRules = {
  id: 'rpsh-500',
  verification: 'unverified',
  source:
    'Проект «500+» (ФИОКО, 2020–2022); три формулировки — по таблице школы (s14otrad23.mya5.ru/shnor), остальные и шкала не проверены',
  factors: [
    factor('equipment', 'Низкий уровень оснащения школы', 'Poorly equipped school', 'second-hand'),
    factor('staff-shortage', 'Дефицит педагогических кадров', 'Too few teachers', 'second-hand'),
    factor(
      'teacher-competence',
      'Недостаточная предметная и методическая компетентность педагогических работников',
      'Teachers know their subject or its teaching too little',
    ),
    factor('adaptivity', 'Низкая адаптивность учебного процесса', 'Teaching hardly adapts to pupils'),
    factor(
      'in-school-training',
      'Несформированность внутришкольной системы повышения квалификации',
      'No training of teachers inside the school',
    ),
    factor('motivation', 'Низкая учебная мотивация обучающихся', 'Low motivation of pupils'),
    factor('well-being', 'Пониженный уровень школьного благополучия', 'Low well-being at school'),
    factor('discipline', 'Низкий уровень дисциплины в классе', 'Poor discipline in class'),
    factor('disability', 'Высокая доля обучающихся с ОВЗ', 'Large share of pupils with special needs'),
    factor(
      'language',
      'Низкое качество преодоления языковых и культурных барьеров',
      'Barriers of language and culture are hardly overcome',
    ),
    factor(
      'failure-risk',
      'Высокая доля обучающихся с рисками учебной неуспешности',
      'Large share of pupils at risk of failing',
      'second-hand',
    ),
    factor('parents', 'Низкий уровень вовлечённости родителей', 'Parents are hardly involved'),
  ],
};

function factor(id: string, ru: string, en: string, verification: Verification = 'unverified'): RiskFactor {
  return { id, name: { ru, en }, verification };
}
