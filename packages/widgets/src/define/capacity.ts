import { OrientirCapacity } from '../support/orientir-capacity.js';
import { defineOnce } from './define-once.js';

defineOnce('orientir-capacity', OrientirCapacity);
