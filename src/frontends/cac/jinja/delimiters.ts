/** How a template marks what is not text, and what it does with white space around its marks. */
export interface SyntaxOptions {
  readonly blockStart: string;
  readonly blockEnd: string;
  readonly variableStart: string;
  readonly variableEnd: string;
  readonly commentStart: string;
  readonly commentEnd: string;
  /** Drop the first newline after a block. */
  readonly trimBlocks: boolean;
  /** Drop blanks and tabs between the start of a line and a block. */
  readonly lstripBlocks: boolean;
  /** Keep the newline that ends the file. */
  readonly keepTrailingNewline: boolean;
}

/** Jinja2's own settings. */
export const jinjaSyntax: SyntaxOptions = {
  blockStart: '{%',
  blockEnd: '%}',
  variableStart: '{{',
  variableEnd: '}}',
  commentStart: '{#',
  commentEnd: '#}',
  trimBlocks: false,
  lstripBlocks: false,
  keepTrailingNewline: false,
};

/** ComplianceAsCode's: one brace more, so that Ansible's and Go's templates pass as text. */
export const complianceAsCodeSyntax: SyntaxOptions = {
  ...jinjaSyntax,
  blockStart: '{{%',
  blockEnd: '%}}',
  variableStart: '{{{',
  variableEnd: '}}}',
  commentStart: '{{#',
  commentEnd: '#}}',
};
