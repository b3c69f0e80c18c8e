/**
 * What people read is no rule: a test that held every label and sentence word by word would be a second copy of it, and
 * an emptied one is found by the parity tests. So these are left as they are: texts of labels, units, sentences and
 * errors. Every other string (codes, kinds, options, fields, dates) is changed like any other value, and so is what
 * decides which sentence is said.
 */
const READ_BY_PEOPLE = new Set(['label', 'unit', 'sentences', 'name', 'words', 'en', 'zh-Hant', 'zh-Hans']);

const isText = ({ node }) => node.type === 'StringLiteral' || node.type === 'TemplateLiteral';
const keyOf = ({ key }) => (key.type === 'StringLiteral' ? key.value : key.name);
const isForPeople = ({ node }) => node.type === 'ObjectProperty' && READ_BY_PEOPLE.has(keyOf(node));
/** `new DomainError(code, THIS, …)` and the like: the second argument of an error is its English sentence. */
const isMessage = ({ parent, node }) =>
  parent?.type === 'NewExpression' &&
  (parent.callee.name ?? '').endsWith('Error') &&
  (parent.arguments[1] === node || parent.callee.name !== 'DomainError');

/** Fields of a table and its API: what they allow is tested against databases, which is not done per change. */
const isEntity = ({ node }) => node.type === 'CallExpression' && node.callee.name === 'entity';

const texts = {
  shouldIgnore(path) {
    if (isEntity(path)) return 'a declaration of fields';
    if (!isText(path)) return undefined;
    if (path.find(isForPeople) || path.find(isMessage)) return 'a text for people';
    return undefined;
  },
};

export const strykerPlugins = [{ kind: 'Ignore', name: 'texts', value: texts }];
