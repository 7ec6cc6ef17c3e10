import type { Found } from '../types';
import { found } from '../rule';
import { setting, type PostgresLook } from './view';

/** @returns the major version: 9.4 is 904, 15.3 is 1500. */
const majorOf = (look: PostgresLook, side: 'source' | 'target'): number | undefined => {
	const number = Number(setting(look, side, 'server_version_num') ?? NaN);
	if (!Number.isFinite(number)) return undefined;
	return number >= 100_000 ? Math.floor(number / 10_000) * 100 : Math.floor(number / 100);
};

const versionText = (major: number): string =>
	major >= 1000 ? String(major / 100) : `${Math.floor(major / 100)}.${major % 100}`;

/** The oldest and the newest version that the manual names. */
const VERSIONS = { source: [904, 1600], target: [905, 1600] } as const;

/** @returns what is wrong with the versions of both sides. */
export function versions(look: PostgresLook): Found[] {
	const findings = (['source', 'target'] as const).flatMap((side) => {
		const major = majorOf(look, side);
		const [least, most] = VERSIONS[side];
		return major === undefined || (major >= least && major <= most)
			? []
			: [
					found(
						side,
						versionText(major),
						`The service only lists ${versionText(least)} to ${versionText(most)}.`,
					),
				];
	});
	const source = majorOf(look, 'source');
	const target = majorOf(look, 'target');
	if (source !== undefined && target !== undefined && target < source) {
		findings.push(
			found(
				'target',
				versionText(target),
				`The target is ${versionText(target)}, the source is ${versionText(source)}.`,
			),
		);
	}
	return findings;
}
