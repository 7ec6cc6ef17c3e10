/** What a DRS error code means to the person who reads it. */
export interface CatalogueEntry {
	/** What happened and the likely cause. */
	meaning: string;
	/** What to do now. */
	remedy: string;
}

const entry = (meaning: string, remedy: string): CatalogueEntry => ({ meaning, remedy });

const WAIT_AND_RETRY =
	'Run the node again in a minute. If the problem persists, contact support with the request ID.';
const CHECK_FIELDS = 'Check the field named by the service.';
const GRANT =
	'Grant the IAM user "DRS FullAccess" (or "DRS ReadOnlyAccess" for queries) in this project, and wait a few minutes until it takes effect.';

/** The error codes of the DRS v3 API reference (drs_05_0004), each with its meaning and remedy. */
export const ERROR_CATALOGUE: ReadonlyMap<string, CatalogueEntry> = new Map([
	[
		'DRS.M00002',
		entry(
			'The service found nothing for this request.',
			'Check the task ID and the project of the credential.',
		),
	],
	['DRS.M00004', entry('DRS has an internal error.', WAIT_AND_RETRY)],
	['DRS.M00007', entry('A parameter of the request is not valid.', CHECK_FIELDS)],
	[
		'DRS.M00100',
		entry(
			'DRS refused the token, even a new one.',
			'Test the credential. Check that its project belongs to the region.',
		),
	],
	['DRS.M00101', entry('The user has no role in this project.', GRANT)],
	['DRS.M00102', entry('The user lacks a permission for this operation.', GRANT)],
	['DRS.M00103', entry('The user has no permission for DRS in this project.', GRANT)],
	[
		'DRS.M00105',
		entry(
			'The account is restricted.',
			'Check in the console that the account is not frozen or in arrears.',
		),
	],
	['DRS.M00200', entry('A parameter of the request is wrong.', CHECK_FIELDS)],
	[
		'DRS.M00201',
		entry('A required parameter is empty.', 'Fill in the field named by the service.'),
	],
	[
		'DRS.M00202',
		entry('The value of a parameter is not valid.', 'Correct the field named by the service.'),
	],
	['DRS.M00210', entry('The requested page is not valid.', 'Reduce the page or the batch size.')],
	['DRS.M00211', entry('The requested page does not exist.', 'Reduce the page or the batch size.')],
	[
		'DRS.M00261',
		entry(
			'The project ID does not belong to this account or region.',
			'In the credential, check "Region", and "Project Name" and "Project ID" under "Advanced".',
		),
	],
	['DRS.M00269', entry('Two tags have the same key.', 'Give every tag a unique key.')],
	[
		'DRS.M00270',
		entry('A tag is too long.', 'Shorten the key to 36 and the value to 43 characters.'),
	],
	[
		'DRS.M00271',
		entry('There are too many tags.', 'A task can have at most 20 tags. Remove some.'),
	],
	[
		'DRS.M00273',
		entry(
			'A parameter contains characters that are not allowed.',
			'Remove the characters named by the service.',
		),
	],
	[
		'DRS.M00277',
		entry(
			'A task with this name already exists in the project. Names are unique and not case-sensitive.',
			'Choose another name, or set "If Task Exists" to "Return Existing Task".',
		),
	],
	['DRS.M00299', entry('This operation accepts one task per call.', 'Set "Batch Size" to 1.')],
	['DRS.M00300', entry('The request is not valid for this task.', CHECK_FIELDS)],
	[
		'DRS.M00301',
		entry('Duplicate value in the request.', 'Remove the duplicate named by the service.'),
	],
	[
		'DRS.M00302',
		entry(
			'DRS does not support this combination of source, target and direction.',
			'Check engine, database types and direction against the list of supported databases.',
		),
	],
	[
		'DRS.M00303',
		entry(
			'DRS no longer has the values of an earlier step.',
			'Repeat the earlier step (connection test or parameter query), then this one.',
		),
	],
	[
		'DRS.M00304',
		entry(
			'The task is in a status that does not allow this operation.',
			'Check the status of the task. Wait until the operation is possible, or run the step before it.',
		),
	],
	['DRS.M00305', entry('A parameter of the request is wrong.', CHECK_FIELDS)],
	['DRS.M00306', entry('Start and end time are the same.', 'Choose a longer time range.')],
	[
		'DRS.M00307',
		entry(
			'Only subtasks support this operation.',
			'Use the ID of a subtask (child_ids of the parent task).',
		),
	],
	[
		'DRS.M00308',
		entry('Only parent tasks support this operation.', 'Use the ID of the parent task.'),
	],
	[
		'DRS.M00401',
		entry(
			'A synchronization task with these settings cannot be edited again.',
			'Create a new task with the new settings.',
		),
	],
	['DRS.M00402', entry('The subtask already exists.', 'Use the existing subtask.')],
	[
		'DRS.M00403',
		entry('This task does not support flow control.', 'Do not use flow control for this task.'),
	],
	['DRS.M01501', entry('DRS could not carry out the operation.', WAIT_AND_RETRY)],
	[
		'DRS.M01503',
		entry(
			'DRS limits how often this operation may run. Several attempts failed.',
			'Lower "Concurrency" or raise "Max Attempts", and run the node again.',
		),
	],
	[
		'DRS.M01504',
		entry(
			'Another operation is running on the task, or the task is abnormal.',
			'Wait until it has finished, then run this operation again. If the problem persists, check the task in the console.',
		),
	],
	[
		'DRS.M05003',
		entry(
			'There is no task with this ID in the project.',
			'Check the task ID, and the project and region of the credential.',
		),
	],
	[
		'DRS.M05004',
		entry(
			'The task has been deleted or its resources were released.',
			'Create a new task. Stopped tasks cannot be used again.',
		),
	],
	[
		'DRS.M05006',
		entry(
			'The RDS instance is not valid for this task.',
			'Check that the instance exists in the region, is running, and has the right engine.',
		),
	],
	[
		'DRS.M05066',
		entry(
			'The replication instance could not be created.',
			'Check the quotas of the project and free addresses in the subnet, then create the task again.',
		),
	],
	['DRS.M06007', entry('A DB instance is missing.', 'Choose the DB instance on the cloud side.')],
	[
		'DRS.M06011',
		entry(
			'DRS could not read the RDS instance.',
			'Check the instance ID, and that the user has "RDS ReadOnlyAccess" in the project.',
		),
	],
	[
		'DRS.M06020',
		entry(
			'Another migration task has set the target instance to read/write.',
			'Stop the task named by the service, or choose another target instance.',
		),
	],
	[
		'DRS.M06021',
		entry(
			'A synchronization task has set the target instance to read/write.',
			'Stop the task named by the service, or choose another target instance.',
		),
	],
	[
		'DRS.M07000',
		entry('The data processing rule already exists.', 'Change the existing rule instead.'),
	],
	[
		'DRS.KE0002',
		entry(
			'The database refused the user name or the password.',
			'Correct user and password in the database credential.',
		),
	],
]);
