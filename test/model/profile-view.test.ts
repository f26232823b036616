import { describe, expect, it } from 'vitest';
import { viewProfile } from '../../src/model/profile-view.js';
import { benchmark, group, id, profile, rule, value } from '../backends/sample.js';

const on = (kind: string, name: string) => ({ idref: id(kind, name), selected: true });
const off = (kind: string, name: string) => ({ idref: id(kind, name), selected: false });
const names = (view: { rules: readonly { name: string }[] }): string[] => view.rules.map((each) => each.name);

describe('the rules that a profile selects', () => {
  const base = profile('base', { selects: [on('rule', 'b'), on('rule', 'a')] });
  const child = profile('child', { extends: base.id, selects: [off('rule', 'a'), on('rule', 'c')] });
  const sample = benchmark({
    groups: [group('outer', [rule('a'), group('inner', [rule('b'), rule('c')])])],
    rules: [rule('always', { selected: true })],
    profiles: [base, child],
  });

  it('come in document order, with those selected by default', () => {
    expect(names(viewProfile(sample, undefined))).toEqual(['always']);
    expect(names(viewProfile(sample, base))).toEqual(['always', 'a', 'b']);
  });

  it('are those of the extended profile, changed', () => {
    expect(names(viewProfile(sample, child))).toEqual(['always', 'b', 'c']);
    expect(viewProfile(sample, child).chain.map((each) => each.name)).toEqual(['base', 'child']);
  });

  it('follow the last of several selects', () => {
    const twice = profile('twice', { selects: [on('rule', 'a'), off('rule', 'a')] });
    expect(names(viewProfile(sample, twice))).toEqual(['always']);
  });

  it('leave out everything in a group that is not selected', () => {
    const noInner = profile('no-inner', { extends: base.id, selects: [off('group', 'inner')] });
    const view = viewProfile({ ...sample, profiles: [base, noInner] }, noInner);
    expect(names(view)).toEqual(['always', 'a']);
    expect(view.isSelected(id('rule', 'b'))).toBe(false);
    expect(view.isSelected(id('group', 'inner'))).toBe(false);
    expect(view.isSelected(id('group', 'outer'))).toBe(true);
  });

  it('leave out a rule whose requirement is not selected, or whose conflict is', () => {
    const all = profile('all', { selects: ['a', 'b', 'c'].map((name) => on('rule', name)) });
    const needs = benchmark({
      rules: [
        rule('a', { requires: [id('rule', 'missing')] }),
        rule('b', { conflicts: [id('rule', 'c')] }),
        rule('c', { requires: [id('rule', 'b')] }),
        rule('missing'),
      ],
      profiles: [all],
    });
    expect(names(viewProfile(needs, all))).toEqual(['c']);
  });

  it('do not loop when profiles extend each other', () => {
    const a = profile('a', { extends: id('profile', 'b'), selects: [on('rule', 'a')] });
    const b = profile('b', { extends: id('profile', 'a') });
    expect(names(viewProfile({ ...sample, profiles: [a, b] }, a))).toEqual(['always', 'a']);
  });
});

describe('the values that a profile chooses', () => {
  const v = id('value', 'v');
  const base = profile('base', {
    refineValues: [{ idref: v, selector: 'strict', operator: 'pattern match' }],
  });
  const sample = benchmark({ values: [value('v')], profiles: [base] });

  it('are the defaults without a profile', () => {
    const view = viewProfile(sample, undefined);
    expect(view.valueOf(v)).toBe('standard');
    expect(view.operatorOf(v)).toBe('equals');
  });

  it('follow refine-value', () => {
    const view = viewProfile(sample, base);
    expect(view.valueOf(v)).toBe('tight');
    expect(view.optionOf(v)).toEqual({ selector: 'strict', value: 'tight' });
    expect(view.operatorOf(v)).toBe('pattern match');
  });

  it('keep what the extended profile says of what one does not change', () => {
    const child = profile('child', { extends: base.id, refineValues: [{ idref: v, operator: 'not equal' }] });
    const view = viewProfile(sample, child);
    expect(view.valueOf(v)).toBe('tight');
    expect(view.operatorOf(v)).toBe('not equal');
  });

  it('prefer set-value, which is no option', () => {
    const child = profile('child', { extends: base.id, setValues: [{ idref: v, value: 'own' }] });
    const view = viewProfile(sample, child);
    expect(view.valueOf(v)).toBe('own');
    expect(view.optionOf(v)).toBeUndefined();
  });

  it('fall back to the default for a selector that the value does not have', () => {
    const odd = profile('odd', { refineValues: [{ idref: v, selector: 'none' }] });
    expect(viewProfile(sample, odd).valueOf(v)).toBe('standard');
  });
});

it('refines severity, role and weight of rules', () => {
  const r = id('rule', 'r');
  const base = profile('base', { refineRules: [{ idref: r, severity: 'high' }] });
  const child = profile('child', {
    extends: base.id,
    refineRules: [{ idref: r, role: 'unscored', weight: 2 }],
  });
  const sample = benchmark({ rules: [rule('r')], profiles: [base, child] });
  const plain = viewProfile(sample, undefined);
  expect([plain.severityOf(r), plain.roleOf(r), plain.weightOf(r)]).toEqual(['medium', 'full', 1]);
  const refined = viewProfile(sample, child);
  expect([refined.severityOf(r), refined.roleOf(r), refined.weightOf(r)]).toEqual(['high', 'unscored', 2]);
});

it('throws for an id that is not in the benchmark', () => {
  expect(() => viewProfile(benchmark(), undefined).valueOf(id('value', 'nothing'))).toThrow('no Value');
});
