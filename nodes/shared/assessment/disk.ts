import type { Found } from './types';
import { GIGABYTE } from '../values/bytes';

/**
 * @param bytes to be moved
 * @param factor how many times their size the target needs
 * @param disk of the target in bytes; undefined where nobody said
 * @returns a finding when the disk is smaller than the lesser of factor × data and data + 200 GB
 */
export function diskFindings(bytes: number, factor: number, disk: number | undefined): Found[] {
	const needed = Math.min(bytes * factor, bytes + 200 * GIGABYTE);
	if (disk === undefined || disk >= needed) return [];
	const inGigabytes = (number: number): string => `${Math.ceil((number / GIGABYTE) * 10) / 10} GB`;
	return [
		{
			side: 'target',
			object: 'disk',
			text: `The disk of the target has ${inGigabytes(disk)}; the data needs ${inGigabytes(needed)}.`,
		},
	];
}
