import { OrientirSectionMap } from '../section-map/orientir-section-map.js';
import { defineOnce } from './define-once.js';

defineOnce('orientir-section-map', OrientirSectionMap);
