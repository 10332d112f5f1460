import { extrasBeside } from '../enhance/extras-beside.js';
import { upgradePlans } from '../enhance/upgrade.js';
import { OrientirFunnel } from '../funnel/orientir-funnel.js';
import { OrientirItemCurves } from '../item-curves/orientir-item-curves.js';
import { OrientirJournal } from '../journal/orientir-journal.js';
import { OrientirPlan } from '../plan/orientir-plan.js';
import { OrientirScores } from '../scores/orientir-scores.js';
import { OrientirSectionMap } from '../section-map/orientir-section-map.js';
import { OrientirSolveRates } from '../solve-rates/orientir-solve-rates.js';
import { defineOnce } from './define-once.js';

OrientirPlan.extras = extrasBeside(import.meta.url);
defineOnce('orientir-solve-rates', OrientirSolveRates);
defineOnce('orientir-section-map', OrientirSectionMap);
defineOnce('orientir-funnel', OrientirFunnel);
defineOnce('orientir-item-curves', OrientirItemCurves);
defineOnce('orientir-scores', OrientirScores);
defineOnce('orientir-journal', OrientirJournal);
upgradePlans(document);
