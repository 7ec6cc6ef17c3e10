import { found, type Rule } from '../rule';
import type { Found } from '../types';
import type { MysqlFacts } from './facts';
import type { MysqlLook } from './view';

const ALL = ['migration', 'sync', 'cloudDataGuard'] as const;

/** Versions that the service names, as major and minor. */
const SOURCE_VERSIONS = ['5.5', '5.6', '5.7', '8.0'];

/** @returns major, minor and patch of a version. */
export const versionNumbers = (version: string): number[] =>
	(/^(\d+)\.(\d+)(?:\.(\d+))?/.exec(version) ?? []).slice(1).map((part) => Number(part ?? 0));

function versionFindings(look: MysqlLook, side: 'source' | 'target'): Found[] {
	const version = look.side(side)?.version;
	if (version === undefined) return [];
	if (/mariadb/i.test(version)) {
		return [found(side, version, 'The service does not list MariaDB.')];
	}
	return SOURCE_VERSIONS.includes(versionNumbers(version).slice(0, 2).join('.'))
		? []
		: [found(side, version, `The service only lists ${SOURCE_VERSIONS.join(', ')}.`)];
}

/** @returns a negative number when the first version is older, 0 when they are equal. */
function compareVersions(one: readonly number[], other: readonly number[]): number {
	for (const index of [0, 1, 2]) {
		const difference = (one[index] ?? 0) - (other[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** The items about versions. */
export const VERSION_RULES: ReadonlyArray<Rule<MysqlFacts>> = [
	{
		id: 'srcDbVersionSupport',
		title: 'The version of the source is supported',
		page: 'drs_11_0005',
		scenarios: ALL,
		severity: 'failed',
		remedy: 'Use a supported version, or dump and load the data.',
		judge: (look) => versionFindings(look, 'source'),
	},
	{
		id: 'dstDbVersionSupport',
		title: 'The version of the target is supported',
		page: 'drs_11_0006',
		scenarios: ALL,
		severity: 'failed',
		remedy: 'Use a supported version.',
		judge: (look) => versionFindings(look, 'target'),
	},
	{
		id: 'dbVersionMeetRequirement',
		title: 'The target is not older than the source',
		page: 'drs_11_0007',
		scenarios: ALL,
		severity: 'failed',
		remedy: 'Use a target with the same or a later version.',
		judge: (look) => {
			const source = look.side('source')?.version;
			const target = look.side('target')?.version;
			if (source === undefined || target === undefined) return [];
			return compareVersions(versionNumbers(target), versionNumbers(source)) < 0
				? [found('target', target, `The target is ${target}, the source is ${source}.`)]
				: [];
		},
	},
];
