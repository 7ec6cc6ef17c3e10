import type { INodeProperties } from 'n8n-workflow';
import { success, type Outcome } from '../../../shared/failures/failure';
import type { Fields } from '../../../shared/n8n/parameters/fields';
import type { Reader } from '../../../shared/n8n/parameters/reader';
import {
	DEFAULT_VERIFICATION,
	type VerificationSettings,
} from '../../../shared/verification/types';
import { DATABASES_FIELD } from '../../fields/sql';

const NUMBERS = [
	{
		name: 'chunkRows',
		displayName: 'Rows per Chunk',
		least: 100,
		most: 1_000_000,
		description: 'Number of rows per checksum',
	},
	{
		name: 'mostKeys',
		displayName: 'Max Rows to List',
		least: 1,
		most: 1_000_000,
		description: 'Max number of rows to read per table to find those that differ',
	},
	{
		name: 'sequenceMargin',
		displayName: 'Sequence Margin',
		least: 0,
		most: 1_000_000_000,
		description: 'How far a sequence may be ahead in the target',
	},
] as const;

/** The settings that all steps of one verification have to share. */
export const SETTING_FIELDS: INodeProperties[] = [
	DATABASES_FIELD,
	...NUMBERS.map(({ name, displayName, least, most, description }): INodeProperties => {
		const usual = DEFAULT_VERIFICATION[name];
		return {
			displayName,
			name,
			type: 'number',
			typeOptions: { minValue: least, maxValue: most },
			default: usual,
			description: `${description}. Use the same number in all steps of a verification.`,
		};
	}),
];

/** The paths of the settings, for those that are the same for all items. */
const SETTING_PATHS: readonly string[] = SETTING_FIELDS.map(({ name }) => `options.${name}`);

/** @returns the settings; `pathOf` says where a setting stands. */
function settingsOf(fields: Fields, pathOf: (name: string) => string): VerificationSettings {
	const settings = {
		...DEFAULT_VERIFICATION,
		databases: fields.list(pathOf('databases')) ?? [],
	};
	for (const { name } of NUMBERS) settings[name] = fields.number(pathOf(name)) ?? settings[name];
	return settings;
}

/** @returns the settings of one item. */
export const readSettings = (fields: Fields): VerificationSettings =>
	settingsOf(fields.group('options'), (name) => name);

/** @returns the settings of the run; or those that differ between the items. */
export function readSameSettings(parameters: Reader): Outcome<VerificationSettings> {
	const read = parameters.same(SETTING_PATHS);
	return read.ok ? success(settingsOf(read.value, (name) => `options.${name}`)) : read;
}
