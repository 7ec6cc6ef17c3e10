import {
	NodeOperationError,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';
import { readText } from '../values/read';
import { withoutCause } from '../values/withoutCause';
import { createApiClient, type ApiClient } from '../client/client';
import { readCredential } from '../client/send';
import type { Failure } from '../failures/failure';
import type { Service } from '../http/types';
import { servicePage, type ServiceList, type ServicePage } from '../drs/serviceList';

/** One page of a service's list, and the token of the next page if there is one. */
export interface Page {
	entries: INodeListSearchItems[];
	next?: string;
}

/** How to fetch one list. */
export interface List {
	/** What it lists, in the plural, for messages. */
	noun: string;
	/** Why it may be empty, and what to do. */
	whenEmpty: string;
	/** Why it shows nothing although the service has entries; undefined if it has none. Asked after the last page. */
	whyHidden?(): string | undefined;
	fetchPage(
		client: ApiClient,
		context: ILoadOptionsFunctions,
		token: string | undefined,
	): Promise<Page>;
}

/** A list is not searched further than this many pages in one go; scrolling on continues it. */
const MAX_PAGES = 50;

/** Somebody waits in front of the screen: few attempts, short pauses. */
const PICKER_POLICY = { maxAttempts: 3, maxWaitSeconds: 5 };

/** The policy that lets a user read the lists of a service. */
const READING_POLICIES: Readonly<Record<Service, string>> = {
	drs: 'DRS ReadOnlyAccess',
	rds: 'RDS ReadOnlyAccess',
	dds: 'DDS ReadOnlyAccess',
	'gaussdb-mysql': 'GaussDB ReadOnlyAccess',
	vpc: 'VPC ReadOnlyAccess',
	eps: 'EPS ReadOnlyAccess',
	ces: 'CES ReadOnlyAccess',
};

/** @returns sentences in one text, each with its period */
const joinSentences = (...sentences: string[]): string =>
	sentences.map((sentence) => sentence.replace(/\.?$/, '.')).join(' ');

/**
 * n8n shows only the message of an error in a list, so it holds the remedy as well.
 *
 * @param context the node whose list is filled
 * @param failure why the list could not be read
 * @param service the service that was asked
 * @returns the error to throw
 */
export function listError(
	context: ILoadOptionsFunctions,
	failure: Failure,
	service: Service,
): NodeOperationError {
	const { message, description = '', httpStatus } = failure;
	const remedy =
		httpStatus === 403
			? [`Grant the user "${READING_POLICIES[service]}" in this project, or use "By ID"`]
			: [withoutCause(description), 'You can also use "By ID"'].filter(
					(sentence) => sentence !== '',
				);
	return new NodeOperationError(context.getNode(), joinSentences(message, ...remedy), {
		description: `${description} You can also use "By ID".`.trim(),
	});
}

/**
 * Gets one page of a list from a service, see `servicePage`.
 *
 * @throws NodeOperationError that says what to do, such as which permission is missing
 */
export async function fetchPageOf(
	client: ApiClient,
	context: ILoadOptionsFunctions,
	list: ServiceList,
	token: string | undefined,
	filters?: Record<string, string>,
): Promise<ServicePage> {
	const page = await servicePage(client, list, token, filters);
	if (page.ok) return page.value;
	throw listError(context, page.failure, list.service);
}

/**
 * @param record an object of a list
 * @param details what stands in brackets behind its name, as far as the service tells it
 * @returns an entry of a drop-down in a list of its own; none for an object without an ID, which cannot be chosen
 */
export function toEntry(record: IDataObject, ...details: unknown[]): INodeListSearchItems[] {
	const value = readText(record.id);
	if (value === undefined || value === '') return [];
	const told = details.flatMap((detail) => readText(detail) || []).join(', ');
	const name = readText(record.name) || value;
	return [{ name: told === '' ? name : `${name} (${told})`, value }];
}

/**
 * Makes the method that fills a searchable drop-down. It filters by name and ID, reads further pages until something
 * fits, and explains an empty list.
 *
 * @param source the list; or what makes it for one search, when its pages share something
 */
export function searchable(source: List | (() => List)) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const list = typeof source === 'function' ? source() : source;
		const client = createApiClient(this, await readCredential(this), PICKER_POLICY);
		const wanted = filter?.trim().toLowerCase() ?? '';
		let token = paginationToken;
		for (let page = 0; page < MAX_PAGES; page++) {
			const { entries, next: following } = await list.fetchPage(client, this, token);
			const next = following === token ? undefined : following;
			const results = entries.filter(({ name, value }) =>
				`${name} ${String(value)}`.toLowerCase().includes(wanted),
			);
			if (results.length > 0 || next === undefined) {
				if (results.length === 0 && wanted === '' && paginationToken === undefined) {
					const message =
						list.whyHidden?.() ?? joinSentences(`There are no ${list.noun}`, list.whenEmpty);
					throw new NodeOperationError(this.getNode(), message, { description: list.whenEmpty });
				}
				return next === undefined ? { results } : { results, paginationToken: next };
			}
			token = next;
		}
		return { results: [], paginationToken: token };
	};
}
