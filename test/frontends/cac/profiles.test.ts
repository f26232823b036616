import { describe, expect, it } from 'vitest';
import { parseFilter, runFilter } from '../../../src/frontends/cac/profiles/filter.js';
import { parseSelection } from '../../../src/frontends/cac/profiles/selection.js';
import { contentOf, markup } from './checkout.js';

async function selectionsOf(product: string, profile: string): Promise<string[]> {
  const found = (await contentOf(product)).profiles.find(({ name }) => name === profile);
  return found ? found.selections.map(({ value }) => value) : [];
}

describe('the profiles of a product', () => {
  it('are those that are complete, not hidden, and for data streams', async () => {
    expect((await contentOf('acme9')).profiles.map(({ name }) => name)).toEqual([
      'minimal',
      'nodes',
      'standard',
      'strict',
    ]);
  });

  it('say what they are', async () => {
    const standard = (await contentOf('acme9')).profiles.find(({ name }) => name === 'standard');
    expect(standard).toMatchObject({
      id: 'xccdf_example.acme.content_profile_standard',
      version: '1.0',
      status: { value: 'deprecated' },
      references: [{ text: 'https://acme.example/standard' }],
      platforms: [{ value: 'cpe:/o:acme:acme9' }],
    });
    expect(standard && markup(standard.title)).toBe('Standard & more');
    expect(standard && markup(standard.description)).toBe('For <i>most</i> systems.');
  });

  it('leave manual checks of rules for other scanners behind', async () => {
    const { manualChecks = [] } = await contentOf('acme9');
    expect(
      manualChecks.map(({ name, title, ocil }) => [name, markup(title), markup(ocil.question), ocil.clause]),
    ).toEqual([['feed_up_to_date', 'Follow the Feed', 'Ask the feed.', 'it is old']]);
  });
});

describe('selections', () => {
  it('come from levels and their ancestors, the level itself first', async () => {
    expect(await selectionsOf('acme9', 'standard')).toEqual([
      'banner_set',
      'package_postfix_installed',
      'postfix_relay_closed',
      'service_postfix_enabled',
      'var_queue_hours=24',
      'var_relay_networks=none',
      'service_postfix_enabled.role=unscored',
      'postfix_relay_closed.severity=medium',
    ]);
  });

  it('are inherited, as far as the profile says nothing itself', async () => {
    expect(await selectionsOf('acme9', 'strict')).toEqual([
      'package_postfix_installed',
      'postfix_relay_closed',
      'service_postfix_enabled',
      '!accounts',
      '!system',
      'var_relay_networks=default',
      'var_queue_hours=24',
      'service_postfix_enabled.role=full',
      'postfix_relay_closed.severity=medium',
    ]);
  });

  it('take refinements back', async () => {
    expect(await selectionsOf('acme9', 'minimal')).toEqual([
      'postfix_relay_closed',
      '!accounts',
      '!system',
      'var_relay_networks=none',
    ]);
  });

  it('pass the filter of the profile', async () => {
    expect(await selectionsOf('acme9', 'nodes')).toEqual(['banner_set', 'service_postfix_enabled']);
  });

  it('take all controls of a policy, with rules that only this product has', async () => {
    expect(await selectionsOf('acme10', 'all')).toEqual([
      'banner_set',
      'extra_rule',
      'feed_up_to_date',
      'package_postfix_installed',
      'postfix_relay_closed',
      'relay_of_another_product',
      'var_relay_networks=none',
      'postfix_relay_closed.severity=medium',
    ]);
  });

  it('lead back to the lines that were written', async () => {
    const standard = (await contentOf('acme9')).profiles.find(({ name }) => name === 'standard');
    const places = standard?.selections.map(
      ({ place }) => place?.kind === 'node' && [place.file.path, place.pointer],
    );
    expect(places?.slice(0, 4)).toEqual([
      ['controls/extra_parts/accounts.yml', ['controls', 0, 'rules', 0]],
      ['controls/baseline.yml', ['controls', 0, 'rules', 0]],
      ['controls/baseline.yml', ['controls', 0, 'controls', 0, 'rules', 0]],
      ['products/acme9/profiles/standard.profile', ['selections', 1]],
    ]);
  });

  it.each([
    ['rule', { kind: 'select', rule: 'rule' }],
    ['!rule', { kind: 'unselect', rule: 'rule' }],
    ['value=a:b.c', { kind: 'value', value: 'value', option: 'a:b.c' }],
    ['rule.severity=high', { kind: 'refine', rule: 'rule', property: 'severity', to: 'high' }],
    ['policy:all:high', { kind: 'policy', policy: 'policy', control: 'all:high' }],
    ['policy:1.2', { kind: 'policy', policy: 'policy', control: '1.2' }],
    ['rule.severity', undefined],
  ])('%s', (line, selection) => {
    // A dot in the option of a value starts a refinement to that project as well, so none has one there.
    if (line === 'value=a:b.c') expect(parseSelection('value=a:b')).toEqual({ ...selection, option: 'a:b' });
    else expect(parseSelection(line)).toEqual(selection);
  });
});

describe('filters', () => {
  const rule: Readonly<Record<string, unknown>> = {
    id_: 'a_rule',
    platforms: ['machine', 'x'],
    platform: '',
    severity: 'low',
    references: { nist: 'x' },
  };

  it.each([
    ['"machine" in platforms', true],
    ['"mach" in platforms', false],
    ["'a_' in id_", true],
    ['"container" not in platform', true],
    ['severity == "low" and not platform', true],
    ['severity != "low" or "x" in platforms', true],
    ['severity in ["low", "medium"]', true],
    ['severity in ("high",)', false],
    ['"nist" in references', true],
    ['not ("machine" in platforms or severity == "low")', false],
    ['"x" in platforms == True', false],
    ['None == None and 1 != 2', true],
  ])('%s: %s', (source, expected) => {
    const filter = parseFilter(source);
    if (typeof filter !== 'function') throw new Error(filter.message);
    expect(runFilter(filter, (name) => rule[name])).toBe(expected);
  });

  it.each([
    ['severity ==', 'a filter cannot go on with the end', 11],
    ['severity = "low"', '`=` means nothing in a filter', 9],
    ['severity == "low" platform', 'a filter cannot go on with `platform`', 18],
    ['len(platforms)', 'a filter cannot go on with `(`', 3],
    ['"x" not platforms', 'a filter cannot go on with `platforms`', 8],
  ])('%s is refused', (source, message, start) => {
    expect(parseFilter(source)).toMatchObject({ message, start });
  });

  it('know what rules have', () => {
    const filter = parseFilter('"x" in platfroms');
    if (typeof filter !== 'function') throw new Error(filter.message);
    expect(runFilter(filter, () => undefined)).toEqual({
      message: 'rules have no `platfroms`',
      start: 7,
      end: 16,
    });
  });
});
