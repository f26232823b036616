import type { Benchmark, Profile } from '../../model/benchmark.js';
import type { ProfileView } from '../../model/profile-view.js';
import { oneLine, plain, wrapped } from '../plain-text.js';

/** What a person who opens the file must know: which profile it is, of what, and how to run it. */
export function header(
  benchmark: Benchmark,
  profile: Profile,
  view: ProfileView,
  usage: readonly string[],
): string {
  const rule = '#'.repeat(79);
  const lines = [
    heading(benchmark, profile, view),
    '',
    ...wrapped(plain(profile.description, view.valueOf), 75),
    '',
    `Profile:    ${profile.id}`,
    ...(profile.version === undefined ? [] : [`            version ${oneLine(profile.version)}`]),
    `Benchmark:  ${benchmark.id}`,
    `            ${oneLine(plain(benchmark.title, view.valueOf))}, version ${oneLine(benchmark.version)}`,
    '',
    ...usage,
  ];
  return `${rule}\n#\n${lines.map((line) => `# ${line}`.trimEnd()).join('\n')}\n#\n${rule}\n`;
}

/** The profile's title, and the product's name where the title does not say it. */
export function heading({ productName }: Benchmark, profile: Profile, view: ProfileView): string {
  const title = oneLine(plain(profile.title, view.valueOf));
  const product = oneLine(productName);
  return title.includes(product) ? title : `${title} for ${product}`;
}
