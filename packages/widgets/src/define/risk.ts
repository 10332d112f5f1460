import { OrientirRisk } from '../risk/orientir-risk.js';
import { defineOnce } from './define-once.js';

defineOnce('orientir-risk', OrientirRisk);
