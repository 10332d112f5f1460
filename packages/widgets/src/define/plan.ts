import { OrientirPlan } from '../plan/orientir-plan.js';
import { defineOnce } from './define-once.js';

OrientirPlan.extras = async () => (await import('../plan/more/index.js')).planExtras;
defineOnce('orientir-plan', OrientirPlan);
