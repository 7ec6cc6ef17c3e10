import { CREDENTIAL_NAMES } from '../../demo/lib/credentials.mts';
import { byId } from '../../test/support/locators.mts';
import { OWN } from '../row.mts';
import { CREATION } from './batchCalls.mts';

/** A node that does the work, as a workflow file has it. */
interface SubjectNode {
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	credentials?: Record<string, unknown>;
	/** n8n's own retry, which runs the node again when its first item failed. */
	retryOnFail?: boolean;
	maxTries?: number;
	waitBetweenTries?: number;
}

/** Who does the work. */
export interface Subject {
	node: SubjectNode;
	/** What the node gets: an item for each task, one item with the list of all, or an item for each hundred tasks. */
	input: 'tasks' | 'list' | 'lists';
	/** Whether it is a bound, or OTC DRS in another setting. */
	noPeer?: boolean;
	/** In which cases it takes part; in all, if left out. */
	takesPart?: 'where few' | 'under 429';
}

/** What is done with the tasks. */
export type Work = 'status' | 'details' | 'create' | 'start';

export const HTTP_REQUEST = 'HTTP Request';
export const FLOOR = 'floor: only reads the parameter';
export const OWN_LIST = `${OWN}, IDs as one list`;

/** Tasks in one call, where HTTP Request gets lists: as many as the service takes. */
export const LIST_SIZE = 100;
export const HTTP_REQUEST_LISTS = `${HTTP_REQUEST}, lists of ${LIST_SIZE} cut by hand`;

const CREDENTIALS = Object.fromEntries(
	Object.entries(CREDENTIAL_NAMES).map(([type, name]) => [type, { id: null, name }]),
);

const CREATE_PARAMETERS = {
	name: '={{ $json.id }}',
	targetInstance: byId('e05a3679efe241d8b5dee80b17c1a863in01'),
	subnet: byId('352ad828-3467-4f03-987a-c55a5a9dd417'),
};

/** What makes the node do the work: all that the service answers, as HTTP Request hands it on. */
const OPERATIONS: Record<Work, Record<string, unknown>> = {
	status: { operation: 'getStatus' },
	details: { operation: 'get', simplify: false },
	create: { operation: 'createMigration' },
	start: { operation: 'start' },
};

const own = (work: Work, task: string, options: Record<string, unknown> = {}): Subject['node'] => ({
	type: 'n8n-nodes-otc-drs.otcDrs',
	typeVersion: 1,
	parameters: {
		resource: 'task',
		...OPERATIONS[work],
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

const page = { cur_page: 1, per_page: LIST_SIZE };

/** Bodies of one call for one task; `ID` stands for the task. */
const BODIES: Record<Work, object> = {
	status: { jobs: ['ID'], page_req: page },
	details: { jobs: ['ID'], page_req: page },
	start: { jobs: [{ job_id: 'ID' }] },
	create: { jobs: [CREATION('ID')] },
};

const forOneTask = (work: Work): string =>
	`=${JSON.stringify(BODIES[work]).replace('ID', '{{ $json.id }}')}`;

const forList = `={"jobs": {{ JSON.stringify($json.ids) }}, "page_req": ${JSON.stringify(page)}}`;

const httpRequest = (
	work: Work,
	url: string,
	jsonBody: string,
	batch?: object,
): Subject['node'] => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.5,
	parameters: {
		method: 'POST',
		url: `${url}/drs/v3/{project_id}/${PATHS[work]}`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'otcApi',
		sendBody: true,
		specifyBody: 'json',
		jsonBody,
		options: batch === undefined ? {} : { batching: { batch } },
	},
	credentials: { otcApi: CREDENTIALS.otcApi },
});

const floor: Subject['node'] = {
	type: 'CUSTOM.readParameter',
	typeVersion: 1,
	parameters: { jobId: byId('={{ $json.id }}') },
};

/**
 * @param work what is done with the tasks
 * @param url origin of the simulator
 * @returns who does it, by the name in the table
 */
export function subjectsOf(work: Work, url: string): Record<string, Subject> {
	const plain = httpRequest(work, url, forOneTask(work));
	const all: Record<string, Subject> = {
		[OWN]: { node: own(work, '={{ $json.id }}'), input: 'tasks' },
		[`${OWN}, one task per call`]: {
			node: own(work, '={{ $json.id }}', { batchSize: 1 }),
			input: 'tasks',
			noPeer: true,
			takesPart: 'where few',
		},
		[HTTP_REQUEST]: { node: plain, input: 'tasks' },
		[`${HTTP_REQUEST}, batching: 50 items, 1 ms apart`]: {
			node: httpRequest(work, url, forOneTask(work), { batchSize: 50, batchInterval: 1 }),
			input: 'tasks',
			takesPart: 'where few',
		},
		[`${HTTP_REQUEST}, Retry On Fail: 5 tries`]: {
			node: { ...plain, retryOnFail: true, maxTries: 5, waitBetweenTries: 0 },
			input: 'tasks',
			takesPart: 'under 429',
		},
	};
	if (work === 'create' || work === 'start') return all;
	return {
		...all,
		[OWN_LIST]: { node: own(work, '={{ $json.ids }}'), input: 'list', noPeer: true },
		[HTTP_REQUEST_LISTS]: {
			node: httpRequest(work, url, forList),
			input: 'lists',
		},
		[FLOOR]: { node: floor, input: 'tasks', noPeer: true },
	};
}
