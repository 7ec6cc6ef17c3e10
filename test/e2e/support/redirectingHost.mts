import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';

export const STATUSES = [301, 302, 303, 307, 308];

/** Where a redirect leads, seen from `http://127.0.0.1`. */
export const PLACES = {
	host: (port: number) => `http://127.0.0.2:${port}`,
	port: (port: number) => `http://127.0.0.1:${port}`,
	scheme: (port: number) => `https://127.0.0.1:${port}`,
};
export type Place = keyof typeof PLACES;

/** A foreign server that sees every connection, and one of the credential's own hosts that redirects to it. */
export interface RedirectTrial {
	/** Origin of the own host. */
	url: string;
	/** Requests to the own host. */
	requests: Array<{ method: string; headers: IncomingHttpHeaders }>;
	/** How many connections the foreign server has seen. */
	connections(): number;
	/** Address of a proxy, which is the foreign server. */
	proxy: string;
	close(): Promise<void>;
}

async function portOf(server: Server): Promise<number> {
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}

/** Starts both servers. A path begins with the status and the place of the redirect, such as `/307/host`. */
export async function startRedirectTrial(): Promise<RedirectTrial> {
	let connections = 0;
	const foreign = createTcpServer((socket) => {
		connections++;
		socket.on('error', () => undefined);
		socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}');
	}).listen(0, '0.0.0.0');
	const foreignPort = await portOf(foreign);
	const requests: RedirectTrial['requests'] = [];
	const own = createServer(({ method = '', headers, url = '' }, response) => {
		requests.push({ method, headers });
		const [, status, place] = url.split('/');
		const location = `${PLACES[place as Place](foreignPort)}${url}`;
		response.writeHead(Number(status), { location }).end();
	}).listen(0, '127.0.0.1');
	const url = `http://127.0.0.1:${await portOf(own)}`;
	const close = async (): Promise<void> => {
		own.closeAllConnections();
		own.close();
		foreign.close();
	};
	const proxy = PLACES.port(foreignPort);
	return { url, requests, connections: () => connections, proxy, close };
}

/** Every status and place as the beginning of an endpoint. */
export const redirectingEndpoints = ({ url }: RedirectTrial): string[] =>
	STATUSES.flatMap((status) => Object.keys(PLACES).map((place) => `${url}/${status}/${place}`));
