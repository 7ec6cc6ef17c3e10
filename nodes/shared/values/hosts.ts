import { accept, refuse, type Reading } from './reading';
import { hasControl, hasInvisible, shown } from './visible';

/** One host of a host field. */
export interface Host {
	/** A name, an IPv4 address, or an IPv6 address without brackets. */
	host: string;
	port?: number;
}

const REMEDY = 'Enter the host name or IP address only, such as 10.0.0.5.';
const NO_PORT = 'Enter the host here, and its port in the field "Port".';

const LABEL = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?$/u;
const MAX_NAME = 253;
const OCTET = /^(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/;

/** A name whose last part is a number can only be meant as an IPv4 address. */
function isNameOrIpv4(text: string): boolean {
	const labels = text.replace(/\.$/, '').split('.');
	if (/^\p{N}+$/u.test(labels[labels.length - 1])) {
		return labels.length === 4 && labels.every((label) => OCTET.test(label));
	}
	return text.length <= MAX_NAME && labels.every((label) => LABEL.test(label));
}

/** A dot behind an IPv4 address ends the sentence that it was copied from; behind a name, it is part of the name. */
const withoutDot = (text: string | undefined): string | undefined =>
	text?.replace(/^([\d.]*\d)\.$/, '$1');

const isIpv6 = (text: string): boolean =>
	/^[0-9a-f:.]+$/i.test(text) && URL.canParse(`http://[${text}]`);

/** @returns host and port of one entry; undefined if it is anything else. */
function readHost(entry: string): Host | undefined {
	if (isIpv6(entry)) return { host: entry };
	const [, bracketed, named, port] = /^(?:\[(.+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(entry) ?? [];
	const host = bracketed ?? withoutDot(named);
	if (host === undefined || !(bracketed === undefined ? isNameOrIpv4(host) : isIpv6(host))) {
		return undefined;
	}
	if (port === undefined) return { host };
	const number = Number(port);
	return number >= 1 && number <= 65_535 ? { host, port: number } : undefined;
}

/** @returns what is wrong with an entry that is no host. */
function explain(entry: string): Reading<never> {
	if (entry.includes('://')) return refuse(`${shown(entry)} is an address with a protocol`, REMEDY);
	if (entry.includes('@')) return refuse('contains a login', REMEDY);
	if (/[/\\?#]/.test(entry)) return refuse(`${shown(entry)} contains a path`, REMEDY);
	return refuse(`${shown(entry)} is not a host`, REMEDY);
}

const unquote = (entry: string): string => {
	const [, , inside] = /^(["'`])([^"'`]*)\1$/.exec(entry) ?? [];
	return (inside ?? entry).trim();
};

/**
 * Reads a host field.
 *
 * @param text hosts separated by commas, semicolons or line breaks; quotation marks around a host are taken off
 * @param ports whether a host may have a port behind a colon, as the hosts of a MongoDB cluster do
 * @returns the hosts, each once; or what is wrong with the first that is none
 */
export function readHosts(
	text: string,
	{ ports }: { ports: 'allowed' | 'refused' },
): Reading<Host[]> {
	const hosts = new Map<string, Host>();
	for (const part of unquote(text.trim()).split(/[,;\r\n]/)) {
		const entry = unquote(part.trim());
		if (entry === '') continue;
		if (hasInvisible(entry) || hasControl(entry)) {
			return refuse(
				`${shown(entry)} contains an invisible character`,
				'Type the host instead of pasting it.',
			);
		}
		const host = readHost(entry);
		if (host === undefined) return explain(entry);
		if (host.port !== undefined && ports === 'refused') {
			return refuse(`${shown(entry)} is a host with a port`, NO_PORT);
		}
		hosts.set(formatHost(host), host);
	}
	return hosts.size === 0 ? refuse('contains no host', REMEDY) : accept([...hosts.values()]);
}

/** @returns the host as DRS takes it: an IPv6 address stands in brackets where a port follows. */
function formatHost({ host, port }: Host): string {
	if (port === undefined) return host;
	return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** @returns the hosts in one text, separated by commas, as the field `ip` of the API takes them. */
export const formatHosts = (hosts: readonly Host[]): string => hosts.map(formatHost).join(',');
