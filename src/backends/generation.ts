/** What a document says of its own making. */
export interface Generation {
  /** `YYYY-MM-DDTHH:MM:SS`. */
  readonly timestamp: string;
  /** The version of scapc, where it is to be told. */
  readonly version?: string;
}

export const productName = 'scapc';
