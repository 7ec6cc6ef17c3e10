import { CREDENTIAL_NAMES } from '../../demo/lib/credentials.mts';
import { OWN } from '../row.mts';
import { CREATION } from './batchCalls.mts';

/** A node that does the work, as a workflow file has it. */
export interface SubjectNode {
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	credentials?: Record<string, unknown>;
	/** The input is one item with the list of all tasks in `ids`, instead of one item a task. */
	takesList?: boolean;
}

/** What is done with the tasks. */
export type Work = 'status' | 'details' | 'create' | 'start';

export const HTTP_REQUEST = 'HTTP Request';
export const HTTP_REQUEST_BATCHING = 'HTTP Request, batching (50 items)';
export const FLOOR = 'floor: only reads the parameter';
export const OWN_LIST = `${OWN}, IDs as one list`;
export const OWN_SINGLE = `${OWN}, one task a call`;

const CREDENTIALS = Object.fromEntries(
	Object.entries(CREDENTIAL_NAMES).map(([type, name]) => [type, { id: null, name }]),
);

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const CREATE_PARAMETERS = {
	name: '={{ $json.id }}',
	targetInstance: byId('e05a3679efe241d8b5dee80b17c1a863in01'),
	subnet: byId('352ad828-3467-4f03-987a-c55a5a9dd417'),
};

const OPERATIONS: Record<Work, string> = {
	status: 'getStatus',
	details: 'get',
	create: 'createMigration',
	start: 'start',
};

const own = (work: Work, task: string, options: Record<string, unknown> = {}): SubjectNode => ({
	type: 'n8n-nodes-otc-drs.otcDrs',
	typeVersion: 1,
	parameters: {
		resource: 'task',
		operation: OPERATIONS[work],
		...(work === 'create' ? CREATE_PARAMETERS : { jobId: byId(task) }),
		options,
	},
	credentials: { otcApi: CREDENTIALS.otcApi },
});

/** The path of each work below the project. */
export const PATHS: Record<Work, string> = {
	status: 'jobs/batch-status',
	details: 'jobs/batch-detail',
	create: 'jobs/batch-creation',
	start: 'jobs/batch-starting',
};

const page = { cur_page: 1, per_page: 100 };

/** Bodies of one call for one task; `ID` stands for the task. */
const BODIES: Record<Work, object> = {
	status: { jobs: ['ID'], page_req: page },
	details: { jobs: ['ID'], page_req: page },
	start: { jobs: [{ job_id: 'ID' }] },
	create: { jobs: [CREATION('ID')] },
};

const httpRequest = (work: Work, url: string, batching?: object): SubjectNode => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url: `${url}/drs/v3/{project_id}/${PATHS[work]}`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'otcApi',
		sendBody: true,
		specifyBody: 'json',
		jsonBody: `=${JSON.stringify(BODIES[work]).replace('ID', '{{ $json.id }}')}`,
		options: batching === undefined ? {} : { batching: { batch: batching } },
	},
	credentials: { otcApi: CREDENTIALS.otcApi },
});

const floor: SubjectNode = {
	type: 'CUSTOM.readParameter',
	typeVersion: 1,
	parameters: { jobId: byId('={{ $json.id }}') },
};

/**
 * @param work what is done with the tasks
 * @param url origin of the simulator
 * @returns the nodes that do it, by their names in the table
 */
export function subjectsOf(work: Work, url: string): Record<string, SubjectNode> {
	const all = {
		[OWN]: own(work, '={{ $json.id }}'),
		[HTTP_REQUEST]: httpRequest(work, url),
		[HTTP_REQUEST_BATCHING]: httpRequest(work, url, { batchSize: 50, batchInterval: 0 }),
	};
	if (work === 'create' || work === 'start') return all;
	return {
		...all,
		[OWN_LIST]: { ...own(work, '={{ $json.ids }}'), takesList: true },
		[OWN_SINGLE]: own(work, '={{ $json.id }}', { batchSize: 1 }),
		[FLOOR]: floor,
	};
}
