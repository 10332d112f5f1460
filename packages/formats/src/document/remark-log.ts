import type { DocumentRemark, RemarkKind } from './document-content.js';

/** Counts what is worth a remark. */
export class RemarkLog {
  readonly #counts = new Map<RemarkKind, number>();

  add(kind: RemarkKind, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  /** In alphabetical order. */
  remarks(): readonly DocumentRemark[] {
    return [...this.#counts]
      .map(([kind, count]) => ({ kind, count }))
      .sort((one, other) => (one.kind < other.kind ? -1 : 1));
  }
}
