import { OrientirRadar } from '../radar/orientir-radar.js';
import { defineOnce } from './define-once.js';

defineOnce('orientir-radar', OrientirRadar);
