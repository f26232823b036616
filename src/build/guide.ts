import { basename } from 'node:path';
import { guideFiles } from '../backends/guide/index.js';
import type { Diagnostics } from '../diagnostics/diagnostic.js';
import { readTailoring } from '../frontends/xccdf/index.js';
import { unknownProfileOption } from './messages.js';
import { writeStaged } from './output.js';
import { readScapPath, readXmlPath } from './scap-file.js';
import { type ProductSummary, summaryOf } from './summary.js';
import { writeOutput } from './write.js';

export interface GuideBuildOptions {
  /** The benchmark or data stream. */
  readonly file: string;
  /** The folder that the guide's own folder is made in, and the name of that. */
  readonly outFolder: string;
  readonly name: string;
  /** The profile that the page opens with, by id or name. */
  readonly profile?: string;
  /** A tailoring file. */
  readonly tailoring?: string;
  readonly onPhase?: (doing: string, what: string) => void;
}

/** Makes the guide of a file that somebody else built; nothing is written unless everything is right. */
export async function buildGuide(
  options: GuideBuildOptions,
  diagnostics: Diagnostics,
): Promise<ProductSummary | undefined> {
  const { report } = diagnostics;
  const { file, name, profile, tailoring } = options;
  options.onPhase?.('reading', file);
  const benchmark = readScapPath(file, report);
  if (!benchmark) return undefined;
  const tailoringFile = tailoring === undefined ? undefined : readXmlPath(tailoring, report);
  const tailored = tailoringFile ? (readTailoring(tailoringFile, benchmark, report) ?? []) : [];
  const profiles = [...tailored, ...benchmark.profiles];
  if (profile !== undefined && !profiles.some((each) => each.id === profile || each.name === profile)) {
    report(
      unknownProfileOption(
        profile,
        profiles.map((each) => each.name),
      ),
    );
  }
  if (diagnostics.hasErrors) return undefined;
  options.onPhase?.('writing', name);
  await writeOutput(options.outFolder, diagnostics, (output) => {
    const staged = output.start([name]);
    const files = guideFiles(benchmark, {
      ...(profile === undefined ? {} : { profile }),
      ...(tailored.length === 0 ? {} : { tailoring: tailored }),
      dataStream: basename(file),
    });
    for (const { path, content } of files) writeStaged(staged, { path: `${name}/${path}`, content });
  });
  return summaryOf(benchmark);
}
