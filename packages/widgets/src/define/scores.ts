import { OrientirScores } from '../scores/orientir-scores.js';
import { defineOnce } from './define-once.js';

defineOnce('orientir-scores', OrientirScores);
