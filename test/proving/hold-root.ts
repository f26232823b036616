/**
 * A program that makes a root and holds it until it is killed. Prints one line of JSON: the argument of the
 * `sleep` that runs in the root, or the problem.
 */
import { createRoot } from '../../src/proving/index.js';

const root = await createRoot();
if (root.ok) {
  const argument = String(100_000 + process.pid);
  await root.value.exec(['sh', '-c', `setsid sleep ${argument} > /dev/null 2>&1 < /dev/null &`]);
  console.log(JSON.stringify({ argument }));
  setInterval(() => {}, 1_000_000);
} else {
  console.log(JSON.stringify(root.problem));
}
