import type { Assessment, AssessmentSettings, TableSize } from './types';
import { GIGABYTE } from '../values/bytes';

/** A table as the size counts it. */
export interface CountedTable extends TableSize {
	database: string;
}

const LARGEST = 10;

/** @returns sizes and rows, all estimates of the server. */
export function sumUp(tables: readonly CountedTable[]): Assessment['size'] {
	const databases = new Map<string, Assessment['size']['databases'][number]>();
	for (const { database, rows, bytes } of tables) {
		const sum = databases.get(database) ?? { database, bytes: 0, rows: 0, tables: 0 };
		sum.bytes += bytes;
		sum.rows += rows;
		sum.tables++;
		databases.set(database, sum);
	}
	const list = [...databases.values()].sort((one, other) => other.bytes - one.bytes);
	return {
		bytes: list.reduce((sum, { bytes }) => sum + bytes, 0),
		rows: list.reduce((sum, { rows }) => sum + rows, 0),
		tables: tables.length,
		databases: list,
		largest: [...tables]
			.sort((one, other) => other.bytes - one.bytes)
			.slice(0, LARGEST)
			.map(({ table, rows, bytes }) => ({ table, rows, bytes })),
	};
}

const rounded = (hours: number): number => Math.max(0.1, Math.ceil(hours * 10) / 10);

/**
 * @param bytes to copy
 * @param settings with the speed, in bytes per hour
 * @returns how many hours the full copy takes, with what was assumed
 */
export function estimateHours(
	bytes: number,
	{ bytesPerHour: [slow, fast], incremental }: AssessmentSettings,
): NonNullable<Assessment['hours']> {
	const speed = `${Math.round(slow / GIGABYTE)} to ${Math.round(fast / GIGABYTE)} GB per hour`;
	return {
		from: rounded(bytes / fast),
		to: rounded(bytes / slow),
		assumptions: [
			`Full copy of ${Math.round((bytes / GIGABYTE) * 10) / 10} GB (data and indexes, as the server estimates) at ${speed}, without flow control.`,
			incremental ? 'Catching up with changes takes additional time.' : '',
		]
			.filter((sentence) => sentence !== '')
			.join(' '),
	};
}
