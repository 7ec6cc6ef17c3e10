import axios from 'axios';
import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core';
import { ClientBuilder } from '@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js';
import type { HcClient } from '@huaweicloud/huaweicloud-sdk-core/HcClient.js';
import type { SdkResponse } from '@huaweicloud/huaweicloud-sdk-core/SdkResponse.js';
import { Agent } from 'node:http';
import { mapConcurrently } from '../../nodes/shared/batch/concurrency.ts';
import { BATCH, type AnsweredTask, type Ask, type Cloud, type Query } from './job.mts';

type Send = (body: object) => Promise<{ results: AnsweredTask[] }>;

const PATHS: Record<Query, string> = { getStatus: 'batch-status', get: 'batch-detail' };

/** Asks for the tasks in the calls that the node makes. @returns the answers in the order of the IDs */
async function askInBatches(ids: readonly string[], send: Send): Promise<AnsweredTask[]> {
	const batches: string[][] = [];
	for (let index = 0; index < ids.length; index += BATCH.size) {
		batches.push(ids.slice(index, index + BATCH.size));
	}
	const byId = new Map<string, AnsweredTask>();
	await mapConcurrently(batches, BATCH.concurrency, async (jobs) => {
		const { results } = await send({ jobs, page_req: { cur_page: 1, per_page: BATCH.size } });
		for (const result of results) byId.set(result.id, result);
	});
	return ids.map((id) => byId.get(id)!);
}

/** The limit: nothing but the calls, with a token, over connections that stay open. */
export function axiosWorker({ url, projectId, token }: Cloud): Ask {
	const client = axios.create({
		baseURL: `${url}/drs/v3/${projectId}/jobs/`,
		headers: { 'X-Auth-Token': token },
		httpAgent: new Agent({ keepAlive: true }),
		proxy: false,
	});
	return async (ids, { query }) =>
		await askInBatches(ids, async (body) => (await client.post(PATHS[query], body)).data);
}

/** The core of the vendor's SDK, with an access key. */
export function vendorWorker(cloud: Cloud): Ask {
	const credential = new BasicCredentials()
		.withAk(cloud.accessKeyId)
		.withSk(cloud.secretAccessKey)
		.withProjectId(cloud.projectId);
	const client = new ClientBuilder((made: HcClient) => made, 'BasicCredentials')
		.withCredential(credential)
		.withEndpoint(`${cloud.url}/drs`)
		.build();
	return async (ids, { query }) =>
		await askInBatches(
			ids,
			async (data) =>
				await client.sendRequest<SdkResponse & { results: AnsweredTask[] }>({
					url: `/v3/{project_id}/jobs/${PATHS[query]}`,
					method: 'POST',
					contentType: 'application/json',
					pathParams: { project_id: cloud.projectId },
					queryParams: {},
					headers: {},
					data,
				}),
		);
}
