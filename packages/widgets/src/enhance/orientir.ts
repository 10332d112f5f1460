/** The script of a site, as a module: `<script type="module" src="…/orientir.js"></script>`. @module */
import { OrientirPlan } from '../plan/orientir-plan.js';
import { extrasBeside } from './extras-beside.js';
import { upgradePlans } from './upgrade.js';

OrientirPlan.extras = extrasBeside(import.meta.url);
upgradePlans(document);
