import type { IDataObject } from 'n8n-workflow';
import type { ApiClient } from '../client/client';
import { failed, success, type Outcome } from '../failures/failure';
import type { ApiRequest } from '../http/types';
import { recordsIn } from '../values/json';
import { readText } from '../values/read';

/** A list of a service around DRS, such as the subnets of the project. */
export interface ServiceList extends Pick<ApiRequest, 'service' | 'path' | 'purpose'> {
	/** Name of the list in the answer. */
	key: string;
	/** By position, with the number of all in `total_count`; or by the ID of the last entry of the page before. */
	paging: 'offset' | 'marker';
	pageSize: number;
}

/** One page of a list, and the token of the next page if there is one. */
export interface ServicePage {
	records: IDataObject[];
	next?: string;
}

/** A service without an end neither holds the node nor fills its memory. */
const MAX_PAGES = 1_000;

/**
 * @param body an answer
 * @param list what was asked for
 * @param offset position of the page
 * @returns what is missing in it, in words; undefined where it is whole
 */
function damageOf(body: IDataObject, { key, paging }: ServiceList, offset: number) {
	const entries = body[key];
	if (!Array.isArray(entries)) return 'the response contains no list';
	const left = paging === 'offset' ? Number(body.total_count ?? 0) - offset : 0;
	return entries.length === 0 && left > 0
		? `the service gave 0 of ${left} remaining entries`
		: undefined;
}

/** @returns the token of the page after this one; undefined for the last page. */
function nextToken(
	body: IDataObject,
	{ key, paging, pageSize }: ServiceList,
	offset: number,
): string | undefined {
	const entries = body[key] as unknown[];
	if (paging === 'marker') {
		return entries.length < pageSize ? undefined : readText(recordsIn(entries).at(-1)?.id);
	}
	const seen = offset + entries.length;
	return seen < Number(body.total_count ?? 0) ? String(seen) : undefined;
}

/**
 * Gets one page of a list.
 *
 * @param client the client of the run
 * @param list which list
 * @param token of the page, see `ServicePage`; without it the first page
 * @param filters what the service itself filters by
 * @returns the page; a failure also for an answer without a list
 */
export async function servicePage(
	client: ApiClient,
	list: ServiceList,
	token?: string,
	filters: Record<string, string> = {},
): Promise<Outcome<ServicePage>> {
	const { service, path, purpose, paging, pageSize } = list;
	const offset = paging === 'offset' ? Number(token ?? 0) : 0;
	const marker: Record<string, string> = token === undefined ? {} : { marker: token };
	const result = await client.call({
		service,
		path,
		purpose,
		method: 'GET',
		idempotent: true,
		query: { ...filters, ...(paging === 'offset' ? { offset } : marker), limit: pageSize },
	});
	if (!result.ok) return failed(result.failure);
	const { body, headers, status } = result.response;
	const damage = damageOf(body, list, offset);
	if (damage !== undefined) {
		return failed({
			message: `${purpose}: ${damage}`,
			description:
				'An incomplete list is not used. Run the node again. If the problem persists, contact support.',
			isTransient: true,
			httpStatus: status,
			requestId: headers['x-request-id'],
		});
	}
	return success({ records: recordsIn(body[list.key]), next: nextToken(body, list, offset) });
}

/**
 * Reads a list page by page. It ends with the last page, with a failure, or when the service repeats itself.
 *
 * @param client the client of the run
 * @param list which list
 * @param filters what the service itself filters by
 * @yields the entries of each page that were in none before
 */
export async function* servicePages(
	client: ApiClient,
	list: ServiceList,
	filters?: Record<string, string>,
): AsyncGenerator<Outcome<IDataObject[]>> {
	const seen = new Set<string>();
	for (let token: string | undefined; ; ) {
		const page = await servicePage(client, list, token, filters);
		if (!page.ok) {
			yield page;
			return;
		}
		const fresh = page.value.records.filter(({ id }) => {
			const key = readText(id);
			if (key === undefined || seen.has(key)) return false;
			seen.add(key);
			return true;
		});
		yield success(fresh);
		token = page.value.next;
		if (token === undefined || fresh.length === 0) return;
	}
}

/**
 * Reads a list until it ends or enough is found.
 *
 * @param client the client of the run
 * @param list which list
 * @param asked what the service itself filters by, which of the others to keep, and how many at most
 * @returns the entries, each once, in the order of the service; a failure if there is no end
 */
export async function wholeList(
	client: ApiClient,
	list: ServiceList,
	asked: {
		filters?: Record<string, string>;
		keep?(record: IDataObject): boolean;
		most?: number;
	} = {},
): Promise<Outcome<IDataObject[]>> {
	const { filters, keep = () => true, most = Infinity } = asked;
	const found: IDataObject[] = [];
	let pages = 0;
	for await (const page of servicePages(client, list, filters)) {
		if (!page.ok) return page;
		found.push(...page.value.filter(keep));
		if (found.length >= most) break;
		if (++pages >= MAX_PAGES) {
			return failed({
				message: `${list.purpose}: exceeds the limit of ${MAX_PAGES} pages`,
				description: 'Add filters, or set a limit.',
			});
		}
	}
	return success(found.slice(0, most));
}
