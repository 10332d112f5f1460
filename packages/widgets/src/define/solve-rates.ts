import { OrientirSolveRates } from '../solve-rates/orientir-solve-rates.js';
import { defineOnce } from './define-once.js';

defineOnce('orientir-solve-rates', OrientirSolveRates);
