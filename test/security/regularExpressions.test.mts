import { createContext, Script } from 'node:vm';
import ts from 'typescript';
import { collectRegularExpressions, type Found } from './support/regularExpressions.mts';

/** Long enough that quadratic time shows: 30,000 characters take it more than half a second of CPU time, linear time some ms. */
const LENGTH = 30_000;
const LIMIT_MS = 300;

/** Texts that an expression itself is made of, from which inputs that almost fit are built. */
function fragmentsOf(source: string): string[] {
	const letters = source
		.replace(/\\u([0-9a-f]{4})/gi, (_match, code: string) =>
			String.fromCharCode(parseInt(code, 16)),
		)
		.replace(/\\x([0-9a-f]{2})/gi, (_match, code: string) =>
			String.fromCharCode(parseInt(code, 16)),
		)
		.replace(/\\[sSdDwWbBpP]/g, '');
	const words = letters.split(/[^A-Za-z0-9 :/.@-]+/).filter((word) => word !== '');
	return [...new Set([...words, ...letters])].slice(0, 60);
}

/** Texts that begin to fit, up to each place of the expression: a class is shown by one letter. */
function beginningsOf(source: string): string[] {
	const fits = source
		.replace(/\[\^?\]?[^\]]*\]/g, 'A')
		.replace(/\\[sSdDwWbBpP]/g, '')
		.replace(/(?<!\\)[()?:*+|^$.]/g, '')
		.replace(/\\(.)/g, '$1');
	return Array.from({ length: Math.min(fits.length, 40) }, (_, end) => fits.slice(0, end + 1));
}

/** Whether an expression repeats anything without a limit; what does not is never slow. */
const isUnbounded = ({ source }: Found): boolean => /[*+]|\{\d+,\}/.test(source);

const COMMON = [
	'a',
	'A',
	'0',
	' ',
	'\n',
	'\t',
	'-',
	'_',
	'.',
	'/',
	'\\',
	'"',
	'=',
	',',
	'a ',
	'a,',
	'a-',
	'0.',
	'\ud800',
	'\u202e',
];

/** Long texts that nearly fit: a repeated fragment, with and without an end that spoils the match. */
function attacks({ source }: Found): string[] {
	const fragments = fragmentsOf(source);
	const many = (fragment: string) => fragment.repeat(Math.ceil(LENGTH / fragment.length));
	return [
		...[...new Set([...COMMON, ...fragments])].flatMap((fragment) => [
			`${many(fragment)}\u0000`,
			`${fragments[0] ?? ''}${many(fragment)}!`,
		]),
		...beginningsOf(source).map(many),
	];
}

const sandbox = { source: '', flags: '', input: '', now: () => process.cpuUsage().user / 1_000 };
const context = createContext(sandbox);
const search = new Script(`(() => {
	const began = now();
	input.replace(new RegExp(source, flags.replace('y', '')), '');
	return now() - began;
})()`);

/** Looks for an expression in an input, in a context which can be stopped. @returns the CPU time in ms, or Infinity */
function timeOf({ source, flags }: Found, input: string): number {
	Object.assign(sandbox, { source, flags, input });
	try {
		return search.runInContext(context, { timeout: 10 * LIMIT_MS }) as number;
	} catch {
		return Infinity;
	}
}

/** @returns the longest CPU time in ms of the inputs, up to the first one that is too slow */
function slowest(expression: Found, inputs: readonly string[]): number {
	let worst = 0;
	for (const input of inputs) {
		worst = Math.max(worst, timeOf(expression, input));
		if (worst > LIMIT_MS) break;
	}
	return worst;
}

const found = collectRegularExpressions();

it('finds the expressions of nodes and credentials', () => {
	expect(found.length).toBeGreaterThan(60);
	expect(found.map(({ file }) => file.split(/[/\\]/)[0])).toEqual(
		expect.arrayContaining(['nodes', 'credentials']),
	);
});

it.each(
	found.filter(isUnbounded).map((one) => [`${one.file} /${one.source}/${one.flags}`, one] as const),
)('%s takes linear time', (_name, one) => {
	const inputs = attacks(one);
	expect(slowest(one, inputs)).toBeLessThan(LIMIT_MS);
});

it.each(['(a+)+$', '^(\\w+\\s?)*$', '^(a|a)*$', '^(.*),(.*),(.*)x$', '\\s+$'])(
	'the inputs are found to be slow for /%s/',
	(source) => {
		const bad = { file: '', source, flags: '' };
		expect(slowest(bad, attacks(bad))).toBeGreaterThan(LIMIT_MS);
	},
);

it('the compiler tells expressions from divisions and comments', () => {
	const text = 'const a = b / c / d; // /x/\nconst e = /f[/]g/i;';
	const literals: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) literals.push(node.text);
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('x.ts', text, ts.ScriptTarget.ES2022, true));
	expect(literals).toEqual(['/f[/]g/i']);
});
