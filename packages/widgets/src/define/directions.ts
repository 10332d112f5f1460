import { OrientirDirections } from '../directions/orientir-directions.js';
import { defineOnce } from './define-once.js';

defineOnce('orientir-directions', OrientirDirections);
