import { OrientirMarkerCard } from '../marker-card/orientir-marker-card.js';
import { defineOnce } from './define-once.js';

defineOnce('orientir-marker-card', OrientirMarkerCard);
