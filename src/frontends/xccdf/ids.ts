import type { Naming } from '../../model/benchmark.js';

/**
 * The short word of an id: `sshd_timeout` of `xccdf_org.example_rule_sshd_timeout` and of
 * `oval:ssg-sshd_timeout:def:1`. Other ids, as XCCDF 1.1 allows, are their own word.
 */
export function shortName(id: string): string {
  return (
    /^xccdf_[^_]+_(?:benchmark|profile|rule|group|value)_(.+)$/.exec(id)?.[1] ??
    /^o(?:val|cil):(?:[\w.]+-)?([^:]+):[a-z]+:\d+$/.exec(id)?.[1] ??
    id
  );
}

const reverseDns = (id: string): string | undefined => /^xccdf_([^_]+)_/.exec(id)?.[1];

/**
 * How the ids of this benchmark were made. What XCCDF 1.1 leaves open is open here too: its ids have no
 * reverse-DNS name.
 */
export function namingOf(benchmarkId: string, definitionIds: Iterable<string>): Naming {
  let ovalNamespace = 'scap';
  for (const id of definitionIds) {
    ovalNamespace = /^oval:([A-Za-z0-9_.]+)[-:]/.exec(id)?.[1] ?? ovalNamespace;
    break;
  }
  return { prefix: ovalNamespace, reverseDns: reverseDns(benchmarkId) ?? '', ovalNamespace };
}
