/** What programs of the content answered, by all that they were asked. */
export type Answers = ReadonlyMap<string, unknown>;

/** What a reader worked out of a product beyond its rules, as plain data. */
export interface ReaderMemo {
  /** Whether the files of rules have a say in which rules there are: some profile filters them. */
  readonly dependsOnRules: boolean;
}
