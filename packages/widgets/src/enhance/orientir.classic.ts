/** The same for templates that know only plain scripts: `<script src="…/orientir.classic.js" defer></script>`. @module */
import { OrientirPlan } from '../plan/orientir-plan.js';
import { extrasBeside } from './extras-beside.js';
import { upgradePlans } from './upgrade.js';

const script = document.currentScript;
if (script instanceof HTMLScriptElement) OrientirPlan.extras = extrasBeside(script.src);
const start = () => upgradePlans(document);
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();
