import fc from 'fast-check';

/** For mutation testing, where every law is tried thousands of times. */
fc.configureGlobal({ numRuns: 8 });
