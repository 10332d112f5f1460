import { extrasBeside } from '../enhance/extras-beside.js';
import { upgradePlans } from '../enhance/upgrade.js';
import { OrientirPlan } from '../plan/orientir-plan.js';
import { OrientirSolveRates } from '../solve-rates/orientir-solve-rates.js';
import { defineOnce } from './define-once.js';

OrientirPlan.extras = extrasBeside(import.meta.url);
defineOnce('orientir-solve-rates', OrientirSolveRates);
upgradePlans(document);
