import type { FactSource } from '../../model/content.js';
import type { Fact } from '../../model/platform.js';
import type { FactData } from '../../schema/fact.js';
import { valuePlace } from '../../source/file.js';
import type { Context } from './expand/expand.js';
import { expand, isProblem } from './expand/expand.js';
import { templateProblem } from './messages.js';
import type { OvalCollector } from './oval.js';
import { addTemplateDefinition } from './rule-content.js';
import { templateContext } from './rule-template.js';
import { type Document, expandText, type Scope } from './scope.js';

const folder = 'shared/applicability';
const ending = '.yml';

/** The facts of `shared/applicability/` and of the product's CPEs; those with an argument are made on demand. */
export function nativeFacts(scope: Scope, oval: OvalCollector): FactSource {
  const files = scope.root
    .list(folder)
    .flatMap(({ kind, name }) =>
      kind === 'file' && name.endsWith(ending) ? [name.slice(0, -ending.length)] : [],
    );
  const cpes = new Map(
    scope.product.cpes.map(({ id, name, title, check_id }, i): [string, Fact] => [
      id,
      {
        id,
        cpe: name,
        title,
        definition: check_id,
        origin: valuePlace(scope.productFile, ['cpes', i, 'check_id']),
      },
    ]),
  );
  const made = new Map<string, Fact | undefined>();
  return {
    names: [...cpes.keys(), ...files],
    fact(name, argument, versions) {
      if (versions !== undefined) return undefined;
      if (argument === undefined && cpes.has(name)) return cpes.get(name);
      if (!files.includes(name)) return undefined;
      const id = argument === undefined ? name : `${name}_${argument}`;
      if (!made.has(id)) made.set(id, readFact(scope, oval, name, argument, id));
      return made.get(id);
    },
  };
}

function readFact(
  scope: Scope,
  oval: OvalCollector,
  name: string,
  argument: string | undefined,
  id: string,
): Fact | undefined {
  const document = scope.parsed.read('fact', `${folder}/${name}${ending}`) as Document<FactData> | undefined;
  if (!document) return undefined;
  const { file, data } = document;
  if ((argument === undefined) === data.name.includes('{{arg}}')) return undefined;
  const context: Context = argument === undefined ? scope.context : { ...scope.context, arg: argument };
  const text = (key: 'name' | 'title'): string => expandText(scope, file, [key], data[key], context) ?? '';
  const title = text('title');
  const definition = data.check_id ?? (data.template && id);
  if (data.template) {
    const template = scope.templates.find(data.template.name, valuePlace(file, ['template', 'name']));
    const more = { ...(argument === undefined ? {} : { arg: argument }), rule: { id, title } };
    const parameters =
      template && templateContext(scope, template, file, ['template', 'vars'], data.template.vars, more);
    if (template && parameters)
      addTemplateDefinition(scope, template, parameters, valuePlace(file, ['template']), id, oval);
  }
  const condition = (
    key: 'bash_conditional' | 'ansible_conditional',
    target: 'bash' | 'text',
  ): string | undefined => {
    const source = data[key];
    if (source === undefined) return undefined;
    const result = expand(source, target, context);
    if (!isProblem(result)) return result.text;
    scope.report(
      templateProblem(
        result.code,
        result.message,
        valuePlace(file, [key], [result.start, result.end]),
        result.hint,
      ),
    );
    return undefined;
  };
  const bash = condition('bash_conditional', 'bash');
  const ansible = condition('ansible_conditional', 'text');
  return {
    id,
    cpe: text('name'),
    title,
    ...(definition === undefined ? {} : { definition }),
    ...(bash === undefined ? {} : { bash }),
    ...(ansible === undefined ? {} : { ansible }),
    origin: valuePlace(file, [data.check_id === undefined ? 'template' : 'check_id']),
  };
}
