import type { Report } from '../../diagnostics/diagnostic.js';
import type { ExpectedResult } from '../../model/scenario.js';
import { filePlace, type SourceFile } from '../../source/file.js';
import type { ContentRoot } from '../../source/root.js';
import { strayScenario, unusedSetup } from './messages.js';

/** The file of a scenario, and what its name says. */
export interface ScenarioFile {
  readonly file: SourceFile;
  readonly name: string;
  readonly expected: ExpectedResult;
  /** The file of lines that all scenarios of the folder start with. */
  readonly setup?: SourceFile;
}

/** The name of the file whose lines come before those of each scenario beside it. */
const SETUP = 'setup.sh';

/** The scenarios in the folder `tests/` of a rule or a rule template; reports files of other names. */
export function scenarioFiles(root: ContentRoot, folder: string, report: Report): ScenarioFile[] {
  const setup = root.read(`${folder}/tests/${SETUP}`);
  const scenarios = namedFiles(root, folder, report);
  if (setup && scenarios.length === 0) report(unusedSetup(filePlace(setup)));
  return setup ? scenarios.map((scenario) => ({ ...scenario, setup })) : scenarios;
}

function namedFiles(root: ContentRoot, folder: string, report: Report): ScenarioFile[] {
  return root.list(`${folder}/tests`).flatMap(({ kind, name: fileName, path }) => {
    if (fileName.startsWith('.') || fileName.endsWith('.md')) return [];
    if (kind === 'file' && fileName === SETUP) return [];
    const [, name, expected] = /^([A-Za-z0-9][\w-]*)\.(pass|fail|notapplicable)\.sh$/.exec(fileName) ?? [];
    if (kind === 'file' && name !== undefined && expected !== undefined) {
      const file = root.read(path);
      return file ? [{ file, name, expected: expected as ExpectedResult }] : [];
    }
    report(strayScenario(filePlace({ path: root.label(path), text: '' }), fileName));
    return [];
  });
}
