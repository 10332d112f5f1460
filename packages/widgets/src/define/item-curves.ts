import { OrientirItemCurves } from '../item-curves/orientir-item-curves.js';
import { defineOnce } from './define-once.js';

defineOnce('orientir-item-curves', OrientirItemCurves);
