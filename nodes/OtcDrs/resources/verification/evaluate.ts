import type { INodeExecutionData } from 'n8n-workflow';
import { showFor } from '../../../shared/n8n/fields';
import { optionsCollection } from '../../../shared/n8n/options';
import { toFailedRun } from '../../../shared/n8n/results';
import { verificationItems } from '../../../shared/verification/operations';
import { readInputRows } from '../../fields/sql';
import type { LocalOperation } from '../../operations/operation';
import type { LocalRun } from '../../operations/operationRun';
import { readSameSettings, SETTING_FIELDS } from './settings';

async function execute({ context, parameters }: LocalRun): Promise<INodeExecutionData[]> {
	const settings = readSameSettings(parameters);
	if (!settings.ok) return toFailedRun(context, settings.failure);
	const rows = readInputRows(context);
	if (!rows.ok) return toFailedRun(context, rows.failure);
	return verificationItems(rows.value.items, settings.value).map((json) => ({
		json,
		pairedItem: rows.value.itemsOf(String(json.server)),
	}));
}

/** Verification → Evaluate: the verdict on each database. */
export const evaluate: LocalOperation = {
	isLocal: true,
	option: {
		name: 'Evaluate',
		value: 'evaluate',
		action: 'Evaluate a verification',
		description:
			'Turn the rows of both sides, of all levels so far, into a verdict for each database: identical, differs, or cannot be compared',
	},
	properties: showFor({ resource: 'verification', operations: ['evaluate'] }, [
		optionsCollection(SETTING_FIELDS),
	]),
	execute,
};
