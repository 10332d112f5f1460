import { OrientirJournal } from '../journal/orientir-journal.js';
import { defineOnce } from './define-once.js';

defineOnce('orientir-journal', OrientirJournal);
