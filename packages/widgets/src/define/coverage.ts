import { OrientirCoverage } from '../support/orientir-coverage.js';
import { defineOnce } from './define-once.js';

defineOnce('orientir-coverage', OrientirCoverage);
