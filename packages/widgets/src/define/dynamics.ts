import { OrientirDynamics } from '../dynamics/orientir-dynamics.js';
import { defineOnce } from './define-once.js';

defineOnce('orientir-dynamics', OrientirDynamics);
