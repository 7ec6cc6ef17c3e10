import type { Assessment, Finding, Hint } from './types';
import { GIGABYTE } from '../values/bytes';

/** From this size on, a copy takes long enough to meet working hours. */
const LARGE = 100 * GIGABYTE;

/** Items whose objects the task cannot or need not carry. */
const LEAVE_OUT = new Set([
	...[
		'srcDbExistUnsupportEngineTable',
		'srcTableNameContainsNonAscii',
		'srcViewNameContainsNonAscii',
	],
	...['postgresNames', 'unloggedTables', 'foreignTables', 'extensionTables'],
]);

/** Items that Align Parameters settles. */
const ALIGN = new Set([
	...['dbCharacterSetConsistency', 'dbCollationServerConsistency', 'sqlModeConsistency'],
	...['innodbStrictModeConsistency', 'dbIsolationLevelConsistency', 'groupConcatMaxLen'],
	...['dbParamConsistency', 'dstMaxAllowedPacketCheck', 'timeZoneConsistency', 'lcMonetary'],
]);

const objectsOf = (findings: readonly Finding[], items: ReadonlySet<string>): string[] => [
	...new Set(findings.filter(({ item }) => items.has(item)).map(({ object }) => object)),
];

/**
 * @param findings of a pair
 * @param bytes of its data
 * @param definers of its views and programs
 * @returns settings that the task should have
 */
export function hintsFor(
	findings: readonly Finding[],
	bytes: number,
	definers: readonly string[],
): Assessment['hints'] {
	const parameters = objectsOf(findings, ALIGN);
	const objects = objectsOf(findings, LEAVE_OUT);
	const hints: Hint[] = [
		{
			setting: 'definers',
			text: 'Replace the definers with the user of the target, unless these accounts exist there.',
			objects: [...definers],
		},
		{
			setting: 'parameters',
			text: 'Align these parameters of the target with the source.',
			objects: parameters,
		},
		{ setting: 'objects', text: 'Exclude these objects, or change them first.', objects },
	];
	const flow: Hint = {
		setting: 'flowControl',
		text: 'The copy may run into working hours. Limit its speed if the source is busy.',
		objects: [],
	};
	return [...hints.filter((hint) => hint.objects.length > 0), ...(bytes > LARGE ? [flow] : [])];
}
