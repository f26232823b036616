import type { Report } from '../../diagnostics/diagnostic.js';
import type { ExpectedResult } from '../../model/scenario.js';
import { filePlace, type SourceFile } from '../../source/file.js';
import type { ContentRoot } from '../../source/root.js';
import { strayScenario } from './messages.js';

/** The file of a scenario, and what its name says. */
export interface ScenarioFile {
  readonly file: SourceFile;
  readonly name: string;
  readonly expected: ExpectedResult;
}

/** The scenarios in the folder `tests/` of a rule or a rule template; reports files of other names. */
export function scenarioFiles(root: ContentRoot, folder: string, report: Report): ScenarioFile[] {
  return root.list(`${folder}/tests`).flatMap(({ kind, name: fileName, path }) => {
    if (fileName.startsWith('.') || fileName.endsWith('.md')) return [];
    const [, name, expected] = /^([A-Za-z0-9][\w-]*)\.(pass|fail|notapplicable)\.sh$/.exec(fileName) ?? [];
    if (kind === 'file' && name !== undefined && expected !== undefined) {
      const file = root.read(path);
      return file ? [{ file, name, expected: expected as ExpectedResult }] : [];
    }
    report(strayScenario(filePlace({ path: root.label(path), text: '' }), fileName));
    return [];
  });
}
