import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { success, type Outcome } from '../../../shared/failures/failure';
import { numberField } from '../../../shared/n8n/numberField';
import {
	DEFAULT_VERIFICATION,
	type VerificationSettings,
} from '../../../shared/verification/types';
import { DATABASES_FIELD, readDatabases } from '../../fields/sql';

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

/** @returns the settings of the collection "Options", or the field that is no number. */
export function readSettings(options: IDataObject): Outcome<VerificationSettings> {
	const settings = { ...DEFAULT_VERIFICATION, databases: readDatabases(options) };
	for (const field of NUMBERS) {
		const bounds = {
			least: field.least,
			most: field.most,
			whole: true,
			fallback: settings[field.name],
		};
		const number = numberField(field.displayName, options[field.name], bounds);
		if (!number.ok) return number;
		settings[field.name] = number.value;
	}
	return success(settings);
}
