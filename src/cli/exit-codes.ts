/** What scapc's exit code says; documented in the README. */
export const exitCodes = {
  ok: 0,
  /** The content has errors, or the output cannot be written. */
  contentErrors: 1,
  wrongUsage: 2,
  /** `EX_SOFTWARE` of sysexits.h. */
  bug: 70,
} as const;
