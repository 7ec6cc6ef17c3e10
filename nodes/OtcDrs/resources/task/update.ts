import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../shared/failures/failure';
import { UPDATE } from '../../../shared/drs/changes/lifeCycle';
import { toFailure } from '../../../shared/failures/fieldProblems';
import type { Fields } from '../../../shared/n8n/parameters/fields';
import { changeOperation, type ItemSource } from '../../operations/change';
import { buildUpdate } from './update/build';
import { checkUpdate } from './update/check';
import { UPDATE_FIELDS } from './update/fields';
import { readUpdate } from './update/read';

function readBody(fields: Fields, { credentials }: ItemSource): Outcome<IDataObject> {
	const input = readUpdate(fields, credentials);
	const problems = checkUpdate(input);
	if (problems.length > 0) return failed(toFailure(problems));
	const body = buildUpdate(input);
	return Object.keys(body).length > 0
		? success(body)
		: failed({
				message: 'Update Fields: nothing to change',
				description: 'Add at least one field or a database, or turn on "Save Connection Data".',
			});
}

/** Task → Update (batch-modification, drs_03_0107): settings, endpoints and logins, notification. */
export const update = changeOperation(
	{
		resource: 'task',
		option: {
			name: 'Update',
			value: 'update',
			action: 'Update a task',
			description: 'Change the settings, database logins or alert recipients of tasks',
		},
		fields: UPDATE_FIELDS,
	},
	UPDATE,
	readBody,
);
