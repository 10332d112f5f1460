import type { RiskClass } from '@orientir/core/risk';
import type { Shape } from '../chart/shapes.js';

/** Shapes of conclusions, by the dictionary of {@link Shape}: a triangle down for low results. */
export const RISK_SHAPES: Readonly<Record<RiskClass, Shape>> = {
  low: 'down',
  undetermined: 'ring',
  'not-low': 'circle',
  'too-few': 'dash',
};
