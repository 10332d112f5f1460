/** The same fields, which whoever makes the value may still set. */
export type Mutable<Of> = { -readonly [Key in keyof Of]: Of[Key] };
