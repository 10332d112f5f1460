#!/usr/bin/env node
import '../dist/orientir.js';
