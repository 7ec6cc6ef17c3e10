import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core';
import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js';
import { sdkDate, sign } from '../../credentials/iam/signature.ts';
import { OWN } from '../row.mts';

/** The vendor's signer, in the column of the subjects. */
export const VENDOR = 'huaweicloud-sdk-core';

/** A batch call as it is before it is signed. */
export interface Call {
	body: object;
	/** The body as it is sent. */
	text: string;
}

/** Signs a call; with a date it signs for that time, else for now. @returns the header `Authorization` */
export type Signer = (call: Call, date?: string) => string;

const ADDRESS =
	'https://drs.eu-de.otc.t-systems.com/v3/5e0a1d3c2b4f46e9a7c81f0d9b3e6a55/jobs/batch-status';
const KEY = {
	accessKeyId: 'BENCHMARKKEY00000001',
	secretAccessKey: 'benchmark-only-benchmark-only-benchmark1',
};
const HEADERS = {
	'content-type': 'application/json',
	'X-Project-Id': '5e0a1d3c2b4f46e9a7c81f0d9b3e6a55',
};

/**
 * The signers, each called in the way in which its own client calls it: ours gets the text that will be sent, the
 * vendor's gets the object and serializes it for itself, which its client then does again to send it.
 */
export function signers(): Record<string, Signer> {
	const credential = new BasicCredentials()
		.withAk(KEY.accessKeyId)
		.withSk(KEY.secretAccessKey)
		.withProjectId(HEADERS['X-Project-Id']);
	return {
		[OWN]: ({ text }, date) =>
			sign(
				{ method: 'POST', url: ADDRESS, headers: HEADERS, body: text },
				KEY,
				date ?? sdkDate(Date.now()),
			).Authorization,
		[VENDOR]: ({ body }, date) => {
			const headers: Record<string, string> = { ...HEADERS };
			if (date !== undefined) headers['X-Sdk-Date'] = date;
			const request = {
				method: 'POST',
				endpoint: ADDRESS,
				url: ADDRESS,
				headers,
				data: body,
				queryParams: {},
			};
			return (AKSKSigner.sign(request as never, credential) as { Authorization: string })
				.Authorization;
		},
	};
}

/** @returns a query of the status of as many tasks as make a body of the size, in kB of 1,000 bytes. */
export function callOfSize(kilobytes: number, random: () => number): Call {
	const jobs: string[] = [];
	const body = { jobs, page_req: { cur_page: 1, per_page: 100 } };
	const idBytes = 39;
	const count = Math.max(1, Math.round((kilobytes * 1000 - JSON.stringify(body).length) / idBytes));
	const digits = (length: number) =>
		Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
	for (let index = 0; index < count; index++) {
		jobs.push(`${digits(8)}-${digits(4)}-${digits(4)}-${digits(4)}-${digits(9)}b11`);
	}
	return { body, text: JSON.stringify(body) };
}

/** @throws Error if the signers do not give the same signature for a call */
export function checkSameSignature(all: Record<string, Signer>, call: Call): void {
	const date = '20261001T101112Z';
	const [first, ...others] = Object.entries(all).map(([name, signer]) => [
		name,
		signer(call, date),
	]);
	const other = others.find(([, signature]) => signature !== first[1]);
	if (other) throw new Error(`${first[0]} signs ${first[1]}, but ${other[0]} signs ${other[1]}`);
}
