import { announce } from '../announce.js';
import { button } from '../button.js';
import { copyButton } from '../copy.js';
import { byId, h } from '../dom.js';
import { selectField, textField } from '../fields.js';
import { type Guide, itemAt } from '../guide.js';
import { noProfile, type Profiles } from '../profiles.js';
import type { State } from '../state.js';
import type { Store } from '../store.js';
import { differencesFromBase } from './changes.js';
import { fileName, oscapCommand } from './command.js';
import { download } from './download.js';
import { tailoringXml } from './export.js';
import { importTailoring } from './import.js';
import { newTailoring, profileId, type Tailoring } from './model.js';
import type { Session } from './session.js';

interface Parts {
  readonly guide: Guide;
  readonly store: Store;
  readonly profiles: Profiles;
  readonly session: Session;
}

/** Where a tailoring begins, is named, looked over and exported. */
export function createTailoringView(parts: Parts): { show(state: State): void } {
  const { session, profiles, guide, store } = parts;
  const node = byId('tailoring');
  let messages: readonly string[] = [];
  let failed = false;

  function show(state: State): void {
    const focused = node.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const { tailoring } = session;
    node.replaceChildren(
      h('h2', { id: 'tailoring-title', tabindex: '-1' }, 'Tailor a profile'),
      h(
        'div',
        { role: 'alert', class: failed ? 'messages messages--error' : 'messages' },
        ...messages.map((text) => h('p', {}, text)),
      ),
      ...(tailoring ? editing(tailoring, parts, { importButton }) : beginning(state)),
    );
    if (focused) document.getElementById(focused)?.focus();
  }

  function beginning(state: State): HTMLElement[] {
    let base = state.profile === 'tailoring' ? noProfile : state.profile;
    return [
      h(
        'p',
        {},
        'Start from a profile, change what it selects and sets, and export the difference as an XCCDF Tailoring file for OpenSCAP. Nothing leaves your browser.',
      ),
      selectField({
        id: 'tailor-base',
        label: 'Base profile',
        choices: profiles.choices.filter(({ value }) => value !== 'tailoring'),
        value: base,
        onChange: (value) => {
          base = value;
        },
      }),
      h(
        'div',
        { class: 'buttons' },
        button({
          label: 'Start tailoring',
          look: 'primary',
          onClick: () => {
            messages = [];
            begin(newTailoring(base, `${profiles.get(base).title}, tailored`));
          },
        }),
        importButton(),
      ),
    ];
  }

  function begin(tailoring: Tailoring): void {
    session.begin(tailoring);
    store.set({ profile: 'tailoring' }, 'push');
    byId('tailoring-title').focus();
  }

  /** A file input that looks like a button. */
  function importButton(): HTMLElement {
    const input = h('input', {
      type: 'file',
      id: 'tailor-import',
      accept: '.xml,application/xml,text/xml',
      on: { change: () => void read(input) },
    });
    return h(
      'div',
      { class: 'field' },
      h('label', { for: 'tailor-import' }, 'Import a tailoring file'),
      input,
    );
  }

  async function read(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const result = importTailoring(await file.text(), guide, profiles);
    failed = 'error' in result;
    messages = 'error' in result ? [result.error] : [`Imported ${file.name}.`, ...result.notes];
    if ('error' in result) show(store.state);
    else begin(result.tailoring);
  }

  return { show };
}

function editing(
  tailoring: Tailoring,
  parts: Parts,
  { importButton }: { importButton: () => HTMLElement },
): HTMLElement[] {
  const { session, guide, store } = parts;
  const command = oscapCommand(tailoring, guide);
  return [
    nameFields(tailoring, parts),
    h(
      'div',
      { class: 'buttons' },
      ...undoButtons(session),
      button({
        label: 'Export tailoring file',
        icon: 'export',
        look: 'primary',
        attributes: { id: 'tailor-export' },
        onClick: () => {
          download(
            fileName(tailoring),
            tailoringXml(tailoring, guide, new Date().toISOString().slice(0, 19)),
          );
          announce(`${fileName(tailoring)} exported`);
        },
      }),
      h(
        'a',
        {
          class: 'pf-v6-c-button pf-m-secondary',
          href: store.linkTo({ view: 'list', profile: 'tailoring', item: '' }),
        },
        'Change rules and values in the list',
      ),
      button({
        label: 'Discard this tailoring',
        icon: 'remove',
        look: 'link',
        attributes: { id: 'tailor-discard' },
        onClick: () => {
          session.discard();
          store.set({ profile: tailoring.base }, 'push');
          byId('tailoring-title').focus();
        },
      }),
    ),
    session.isKept
      ? h('p', { class: 'help' }, 'Kept in this browser until you discard it.')
      : h(
          'p',
          { class: 'help' },
          'This browser keeps nothing: export the tailoring before you leave the page.',
        ),
    h(
      'section',
      {},
      h('h3', {}, 'Scan with it'),
      h(
        'div',
        { class: 'code' },
        h(
          'pre',
          { id: 'oscap-command', tabindex: '0', role: 'region', 'aria-label': 'Command line' },
          command,
        ),
        copyButton('Copy the command line', () => command),
      ),
    ),
    differences(parts),
    importButton(),
  ];
}

function nameFields(tailoring: Tailoring, { session, guide, profiles }: Parts): HTMLElement {
  const field = (
    id: string,
    label: string,
    value: string,
    help: string,
    edit: (text: string) => Partial<Tailoring>,
  ): HTMLElement => {
    const node = textField({ id, label, value, help, onInput: () => {} });
    const input = node.querySelector('input');
    input?.addEventListener('change', () => session.change((now) => ({ ...now, ...edit(input.value) })));
    return node;
  };
  return h(
    'div',
    { class: 'choosers' },
    field(
      'tailor-title',
      'Title',
      tailoring.title,
      `Base: ${profiles.get(tailoring.base).title}`,
      (title) => ({ title: title.trim() || tailoring.title }),
    ),
    field('tailor-name', 'Name', tailoring.name, profileId(tailoring, guide), (name) => ({
      name: name.trim().replace(/[^\w.-]+/g, '_') || tailoring.name,
    })),
  );
}

export const undoButtons = (session: Session): HTMLElement[] => [
  button({
    label: 'Undo',
    icon: 'undo',
    attributes: { id: 'tailor-undo', disabled: !session.canUndo },
    onClick: () => session.undo(),
  }),
  button({
    label: 'Redo',
    icon: 'redo',
    attributes: { id: 'tailor-redo', disabled: !session.canRedo },
    onClick: () => session.redo(),
  }),
];

function differences({ session, guide, profiles, store }: Parts): HTMLElement {
  const list = differencesFromBase(session, guide, profiles);
  const heading = h(
    'h3',
    { id: 'tailor-differences', tabindex: '-1' },
    `Differences from the base profile (${list.length})`,
  );
  if (list.length === 0) return h('section', {}, heading, h('p', {}, 'None yet.'));
  const rows = list.map(({ index, what, before, after, revert }) => {
    const { anchor, title } = itemAt(guide, index);
    return h(
      'tr',
      {},
      h(
        'th',
        { scope: 'row' },
        h('a', { href: store.linkTo({ view: 'list', item: anchor, profile: 'tailoring' }) }, title),
      ),
      h('td', {}, what),
      h('td', {}, before),
      h('td', {}, after),
      h(
        'td',
        {},
        button({
          label: `Take back: ${what} of ${title}`,
          icon: 'undo',
          look: 'plain',
          onClick: () => {
            session.change(revert);
            byId('tailor-differences').focus();
          },
        }),
      ),
    );
  });
  const heads = ['Entry', 'Change', 'In the base', 'Now', 'Take back'].map((text) =>
    h('th', { scope: 'col' }, text),
  );
  return h(
    'section',
    {},
    heading,
    h('table', { class: 'grid' }, h('thead', {}, h('tr', {}, ...heads)), h('tbody', {}, ...rows)),
  );
}
