import {
  sortedVersions,
  type VersionOperator,
  type VersionRange,
  versionOperatorId,
  versionRangeId,
} from '../../../model/expression.js';

const operators: Readonly<Record<VersionOperator, string>> = {
  '==': 'equals',
  '!=': 'not equal',
  '>': 'greater than',
  '<': 'less than',
  '>=': 'greater than or equal',
  '<=': 'less than or equal',
};

/** What texts and templates of a fact may say of the versions that an expression asks for. */
export function versionParameters(versions: readonly VersionRange[]): Record<string, unknown> {
  const ranges = sortedVersions(versions);
  return {
    ver_specs: ranges.map(parametersOf),
    ver_specs_id: ranges.map(versionRangeId).join('_'),
    ver_specs_cpe: ranges
      .map(({ operator, version }) => `${versionOperatorId(operator)}:${version}`)
      .join(':'),
    ver_specs_title: ranges.map(({ operator, version }) => `${operators[operator]} ${version}`).join(' and '),
  };
}

function parametersOf(range: VersionRange): Record<string, string> {
  const { operator, version } = range;
  const [, epoch = '0', upstream = version, release = '0'] =
    /^(?:(\d+):)?(.*?)(?:-(\d*))?$/.exec(version) ?? [];
  return {
    id: versionRangeId(range),
    op: operator,
    ver: version,
    evr_op: operators[operator],
    evr_ver: `${epoch}:${upstream}-${release}`,
    ev_ver: `${epoch}:${upstream}`,
  };
}
