import { OrientirFunnel } from '../funnel/orientir-funnel.js';
import { defineOnce } from './define-once.js';

defineOnce('orientir-funnel', OrientirFunnel);
