/**
 * The forms of texts that documents hold, for the schemas and for the sentences about texts that do not have them.
 *
 * @module
 */

/** `YYYY-MM-DD`. */
export const DATE_PATTERN = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** `2025/2026`. */
export const SCHOOL_YEAR_PATTERN = /^\d{4}\/\d{4}$/;

/** SHA-256 of a content. */
export const HASH_PATTERN = /^sha256:[0-9a-f]{64}$/;
