import { OrientirQuadrant } from '../quadrant/orientir-quadrant.js';
import { defineOnce } from './define-once.js';

defineOnce('orientir-quadrant', OrientirQuadrant);
