/** What a reader worked out of a product beyond its rules, as plain data. */
export interface ReaderMemo {
  /** Whether the files of rules have a say in which rules there are: some profile filters them. */
  readonly dependsOnRules: boolean;
}
