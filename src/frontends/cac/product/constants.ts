import type { Report } from '../../../diagnostics/diagnostic.js';
import type { ContentRoot } from '../../../source/root.js';
import { constantMissing, constantsMissing } from '../messages.js';
import { type PythonValue, pythonConstants } from './python-literals.js';

const constantsPath = 'ssg/constants.py';

type Table = Readonly<Record<string, string>>;

/** The tables of a checkout that its content depends on. */
export interface Constants {
  /** Name of the project, which publishes the benchmark. */
  readonly projectName: string;
  /** Where newer versions are found. */
  readonly latestUri: string;
  /** The reverse-DNS name of the vendor: `org.ssgproject`. */
  readonly vendor: string;
  /** URI of each catalogue of references by its key. */
  readonly referenceUris: Table;
  /** URI of each system of identifiers by its key. */
  readonly identifierUris: Table;
  /** References that no product may qualify: `srg`. */
  readonly globalReferences: readonly string[];
  /** Products in their own order. */
  readonly products: readonly string[];
  /** Product by its full name. */
  readonly productsByFullName: Table;
  /** What `multi_platform_…` may end with. */
  readonly families: readonly string[];
  /** The name that starts the full names of a family: `ol` → `Oracle Linux`. */
  readonly familyNames: Table;
  /** Package that stands for a platform; null where none does. */
  readonly platformPackages: Readonly<Record<string, string | null>>;
  readonly packageSystems: Table;
  readonly packageConfigFiles: Table;
  /** Folders that hold rules of any product. */
  readonly benchmarkFolders: readonly string[];
  /** Properties of a product that its files may leave out. */
  readonly defaultProperties: Readonly<Record<string, PythonValue>>;
}

/** Reads the tables; reports what is missing and goes on with empty ones. */
export function readConstants(root: ContentRoot, report: Report): Constants {
  const file = root.read(constantsPath);
  if (!file) report(constantsMissing(constantsPath));
  const all = pythonConstants(file?.text ?? '');
  const pick = <T extends PythonValue>(name: string, fallback: T): T => {
    const value = all.get(name);
    if (value !== undefined && typeof value === typeof fallback) return value as T;
    if (file) report(constantMissing(file, name));
    return fallback;
  };
  const none: Table = {};
  return {
    projectName: pick('SSG_PROJECT_NAME', ''),
    latestUri: pick('SSG_BENCHMARK_LATEST_URI', ''),
    vendor: pick('OSCAP_VENDOR', 'org.ssgproject'),
    referenceUris: pick('SSG_REF_URIS', none),
    identifierUris: pick('SSG_IDENT_URIS', none),
    globalReferences: pick<readonly string[]>('GLOBAL_REFERENCES', []),
    products: pick<readonly string[]>('product_directories', []),
    productsByFullName: pick('FULL_NAME_TO_PRODUCT_MAPPING', none),
    families: pick<readonly string[]>('MULTI_PLATFORM_LIST', []),
    familyNames: pick('MAKEFILE_ID_TO_PRODUCT_MAP', none),
    platformPackages: pick<Record<string, string | null>>('XCCDF_PLATFORM_TO_PACKAGE', {}),
    packageSystems: pick('PKG_MANAGER_TO_SYSTEM', none),
    packageConfigFiles: pick('PKG_MANAGER_TO_CONFIG_FILE', none),
    benchmarkFolders: pick<readonly string[]>('BENCHMARKS', []),
    defaultProperties: defaultProperties(all),
  };
}

/** Properties whose constant is not named after them. */
const renamed: Readonly<Record<string, string>> = {
  ssh_distributed_config: 'sshd_distributed_config',
  ssh_runtime_check: 'sshd_runtime_check',
};

/** `DEFAULT_CHRONY_CONF_PATH` is what `chrony_conf_path` is where a product says nothing. */
function defaultProperties(all: ReadonlyMap<string, PythonValue>): Record<string, PythonValue> {
  const out: Record<string, PythonValue> = {};
  for (const [name, value] of all) {
    if (!name.startsWith('DEFAULT_')) continue;
    const property = name.slice('DEFAULT_'.length).toLowerCase();
    out[renamed[property] ?? property] = value;
  }
  return out;
}
