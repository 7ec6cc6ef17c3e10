import type { ServerResponse } from 'node:http';
import { createGzip } from 'node:zlib';

/** What a hostile server does with a call. */
export type Answer = (response: ServerResponse) => void;

/** The headers of an answer in JSON. */
export const JSON_TYPE = { 'Content-Type': 'application/json' };

const MEGABYTE = Buffer.alloc(1024 * 1024, ' ');

/** How much was written before the other side hung up. */
export const stream = { megabytes: 0 };

/** Sends spaces for as long as somebody reads. */
export const endless: Answer = (response) => {
	stream.megabytes = 0;
	response.writeHead(200, JSON_TYPE);
	const more = (): void => {
		while (!response.destroyed && stream.megabytes < 2_000) {
			stream.megabytes++;
			if (!response.write(MEGABYTE)) {
				response.once('drain', more);
				return;
			}
		}
		response.end();
	};
	more();
};

/** A gigabyte of spaces in one megabyte. */
export const bomb: Answer = (response) => {
	response.writeHead(200, { ...JSON_TYPE, 'Content-Encoding': 'gzip' });
	const gzip = createGzip({ level: 9 });
	gzip.pipe(response);
	let left = 1_000;
	const more = (): void => {
		while (left-- > 0) {
			if (!gzip.write(MEGABYTE)) {
				gzip.once('drain', more);
				return;
			}
		}
		gzip.end();
	};
	response.on('close', () => gzip.destroy());
	gzip.on('error', () => undefined);
	more();
};

/** @returns an answer with this body */
export const sends =
	(body: string | Buffer, headers: Record<string, string> = JSON_TYPE): Answer =>
	(response) =>
		response.writeHead(200, headers).end(body);

/** A byte now and then, so that the connection is never silent. */
export const dripping: Answer = (response) => {
	response.writeHead(200, JSON_TYPE);
	const timer = setInterval(() => response.write(' '), 20);
	response.on('close', () => clearInterval(timer));
};

/** The first bytes, and nothing more. */
export const stalled: Answer = (response) => {
	response.writeHead(200, JSON_TYPE);
	response.write('{"results":');
};

/** Nothing at all. */
export const silent: Answer = () => undefined;

/** What JSON can make of an object that cannot become a text. */
export const ODD = { toString: 1, valueOf: 1 };

/** @returns JSON with twice as many levels */
export const deep = (levels: number): string => `${'{"a":['.repeat(levels)}1${']}'.repeat(levels)}`;
