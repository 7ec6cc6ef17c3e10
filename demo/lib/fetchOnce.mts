/**
 * Sends a request on a connection of its own: n8n closes idle connections, at times just as the next request goes out on one.
 * @param url where to
 * @param init as for `fetch`
 * @returns the response
 */
export const fetchOnce = (
	url: string | URL,
	init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
): Promise<Response> => fetch(url, { ...init, headers: { ...init.headers, connection: 'close' } });
