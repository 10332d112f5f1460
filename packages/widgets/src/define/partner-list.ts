import { OrientirPartnerList } from '../support/orientir-partner-list.js';
import { defineOnce } from './define-once.js';

defineOnce('orientir-partner-list', OrientirPartnerList);
