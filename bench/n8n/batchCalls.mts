import { Agent } from 'node:http';
import axios from 'axios';
import { accounts } from '../../simulator/accounts.mts';

/** Plain axios with the same batches, in a process of its own without n8n, in the column of the subjects. */
export const BATCH_CALLS = 'axios: the batch calls alone';

/** Sends entries in batches of 100, four calls at a time, as a program of nobody's framework would. */
export type BatchCaller = (
	path: string,
	entries: readonly unknown[],
) => Promise<Array<Record<string, unknown>>>;

const BATCH = 100;
const CONCURRENCY = 4;

/** The creation of a task, as the wire carries it. */
export const CREATION = (name: string) => ({
	name,
	db_use_type: 'migration',
	engine_type: 'mysql',
	job_direction: 'up',
	task_type: 'FULL_INCR_TRANS',
	net_type: 'eip',
	node_type: 'high',
	bind_eip: true,
	is_target_readonly: true,
	customize_sutnet_id: '352ad828-3467-4f03-987a-c55a5a9dd417',
	source_endpoint: { db_type: 'mysql' },
	target_endpoint: {
		region: 'eu-de',
		db_type: 'mysql',
		inst_id: 'e05a3679efe241d8b5dee80b17c1a863in01',
	},
});

/**
 * Logs in once.
 *
 * @param url origin of the simulator
 * @returns a function that sends batches with plain axios, connections kept alive: the limit for any node
 */
export async function logInForBatches(url: string): Promise<BatchCaller> {
	const { userName, password, domainName } = accounts.operator;
	const answer = await axios.post(
		`${url}/v3/auth/tokens`,
		{
			auth: {
				identity: {
					methods: ['password'],
					password: { user: { name: userName, password, domain: { name: domainName } } },
				},
				scope: { project: { name: 'eu-de' } },
			},
		},
		{ proxy: false },
	);
	const projectId = (answer.data as { token: { project: { id: string } } }).token.project.id;
	const client = axios.create({
		baseURL: `${url}/drs/v3/${projectId}/`,
		headers: { 'X-Auth-Token': String(answer.headers['x-subject-token']) },
		httpAgent: new Agent({ keepAlive: true }),
		proxy: false,
	});
	return async (path, entries) => {
		const results: Array<Record<string, unknown>> = [];
		const starts = Array.from({ length: Math.ceil(entries.length / BATCH) }, (_, i) => i * BATCH);
		const paged = path === 'jobs/batch-status' || path === 'jobs/batch-detail';
		const sender = async () => {
			for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
				const { data } = await client.post<{ results: Array<Record<string, unknown>> }>(path, {
					jobs: entries.slice(start, start + BATCH),
					...(paged ? { page_req: { cur_page: 1, per_page: BATCH } } : {}),
				});
				results.push(...data.results);
			}
		};
		await Promise.all(Array.from({ length: CONCURRENCY }, sender));
		return results;
	};
}
