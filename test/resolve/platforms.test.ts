import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/diagnostic.js';
import type { FactSource } from '../../src/model/content.js';
import type { Fact } from '../../src/model/platform.js';
import { PlatformResolver } from '../../src/resolve/platforms.js';
import { valuePlace } from '../../src/source/file.js';
import { locate } from '../../src/source/locate.js';

const names = ['machine', 'container', 'osbuild', 'package', 'non-uefi'];

const facts: FactSource = {
  names,
  fact(name, argument, versions): Fact | undefined {
    if (!names.includes(name) || (name === 'package') === (argument === undefined)) return undefined;
    const id = [name, argument, versions].filter(Boolean).join(' ');
    return { id, cpe: `cpe:/a:${id}`, title: id };
  },
};

function resolve(expression: string) {
  const diagnostics = new Diagnostics();
  const resolver = new PlatformResolver(facts, diagnostics.report);
  const file = { path: 'rule.yml', text: `platform: ${expression}\n` };
  const platform = resolver.platform({ value: expression, place: valuePlace(file, ['platform']) });
  const problems = diagnostics.all.map(({ code, message, hint, place }) => {
    const span = place && locate(place)[0];
    return { code, message, hint, at: span && file.text.slice(span.start, span.end), column: span?.start };
  });
  return { platform, problems, facts: [...resolver.facts.keys()] };
}

describe('the id of a platform', () => {
  it.each([
    ['machine', 'machine'],
    ['package[postfix]', 'package_postfix'],
    ['package[Postfix]', 'package_postfix'],
    ['non-uefi', 'non-uefi'],
    ['package[ntp]>=4.2', 'package_ntp_gt_or_eq_4_2'],
    ['package[ntp]>=1:4.2-3,<5', 'package_ntp_le_5_gt_or_eq_1_4_2_3'],
    ['not container', 'not_container'],
    ['! container', 'not_container'],
    ['package[ntp] or machine', 'machine_or_package_ntp'],
    ['package[ntp] and machine', 'machine_and_package_ntp'],
    ['not osbuild and not container', 'not_container_and_not_osbuild'],
    ['package[ntp] and not container', 'not_container_and_package_ntp'],
    ['package[ntp] and not (container or osbuild)', 'not_container_and_not_osbuild_and_package_ntp'],
    ['not (osbuild and container)', 'not_container_and_osbuild'],
    ['machine and container or osbuild', 'container_and_machine_or_osbuild'],
    ['machine and (container or osbuild)', 'machine_and_container_or_osbuild'],
    ['not not machine', 'machine'],
    ['machine or (machine and container)', 'machine'],
    ['machine or (not machine and container)', 'container_or_machine'],
    ['(machine and container) or (machine and not container)', 'machine'],
  ])('%s', (expression, id) => {
    const { platform, problems } = resolve(expression);
    expect(problems).toEqual([]);
    expect(platform?.id).toBe(id);
  });
});

describe('what a platform holds', () => {
  it('names the facts of the source', () => {
    const { platform, facts } = resolve('package[ntp]>=4.2 and not container');
    expect(platform).toEqual({
      id: 'not_container_and_package_ntp_gt_or_eq_4_2',
      source: 'package[ntp]>=4.2 and not container',
      expression: {
        kind: 'and',
        operands: [
          { kind: 'not', operand: { kind: 'fact', fact: 'container' } },
          { kind: 'fact', fact: 'package ntp >=4.2' },
        ],
      },
    });
    expect(facts).toEqual(['package ntp >=4.2', 'container']);
  });

  it('is one for all ways to write it', () => {
    const resolver = new PlatformResolver(facts, () => {});
    const one = resolver.platform({ value: 'machine and container' });
    const other = resolver.platform({ value: 'container & machine' });
    expect(other).toBe(one);
    expect(resolver.platforms.size).toBe(1);
  });

  it('is one whichever of its negations comes first', () => {
    const resolver = new PlatformResolver(facts, () => {});
    const one = resolver.platform({ value: 'not container and not machine' });
    expect(resolver.platform({ value: 'not machine and not container' })).toBe(one);
    expect([...resolver.platforms.keys()]).toEqual(['not_machine_and_not_container']);
  });

  it('is known once it was made, and reports mistakes also before', () => {
    const diagnostics = new Diagnostics();
    const resolver = new PlatformResolver(facts, diagnostics.report);
    expect(resolver.known({ value: 'machine' })).toBeUndefined();
    expect(resolver.platforms.size + resolver.facts.size).toBe(0);
    const made = resolver.platform({ value: 'machine' });
    expect(resolver.known({ value: 'machine or machine' })).toBe(made);
    expect(resolver.known({ value: 'machin' })).toBeUndefined();
    expect(diagnostics.all).toMatchObject([{ code: 'unknown-fact' }]);
  });

  it('refers to a CPE name as it is', () => {
    const resolver = new PlatformResolver(facts, () => {});
    expect(resolver.reference({ value: 'cpe:/o:alinux:3' })).toEqual({
      kind: 'cpe',
      name: 'cpe:/o:alinux:3',
    });
    expect(resolver.reference({ value: 'machine' })).toEqual({ kind: 'platform', id: 'machine' });
  });
});

describe('a wrong expression', () => {
  it.each([
    ['machine and', 'platform expression: expected the name of a fact here', ''],
    ['machine container', 'platform expression: expected `and` or `or` here', 'container'],
    ['(machine or container', 'platform expression: this parenthesis is never closed', '('],
    ['machine)', 'platform expression: this parenthesis closes none', ')'],
    ['machine ; container', 'platform expression: `;` has no meaning here', ';'],
    [
      'package[ntp',
      'platform expression: `package[ntp` is not a fact such as `name[argument]>=1.0`',
      'package[ntp',
    ],
    ['package[ntp]~4', 'platform expression: expected `and` or `or` here', '~'],
    ['package[ntp]=4', 'platform expression: `=4` is not a range of versions such as `>=4.2`', '=4'],
    ['package[ntp]>=new', 'platform expression: `new` is not a version such as `1:4.2-3`', 'new'],
  ])('%s', (expression, message, at) => {
    expect(resolve(expression).problems).toMatchObject([{ code: 'platform-syntax', message, at }]);
  });

  it('reports each unknown fact where it stands, with the nearest name', () => {
    expect(resolve('machin and not contaner').problems).toEqual([
      {
        code: 'unknown-fact',
        message: 'there is no platform fact `machin`',
        hint: 'Did you mean `machine`?',
        at: 'machin',
        column: 10,
      },
      {
        code: 'unknown-fact',
        message: 'there is no platform fact `contaner`',
        hint: 'Did you mean `container`?',
        at: 'contaner',
        column: 25,
      },
    ]);
  });

  it('reports a fact that does not take the argument', () => {
    expect(resolve('container and machine[virtual]').problems).toMatchObject([
      {
        code: 'unsupported-fact',
        message: 'the platform fact `machine` cannot be asked as `machine[virtual]`',
        at: 'machine[virtual]',
      },
    ]);
  });

  it('reports what can never hold', () => {
    expect(resolve('machine and not machine').problems).toMatchObject([
      { code: 'platform-constant', message: 'the platform `machine and not machine` never holds' },
    ]);
  });

  it('is reported once for all that inherit it', () => {
    const diagnostics = new Diagnostics();
    const resolver = new PlatformResolver(facts, diagnostics.report);
    const source = { value: 'nothing' };
    resolver.platform(source);
    resolver.platform(source);
    expect(diagnostics.all).toHaveLength(1);
  });
});
