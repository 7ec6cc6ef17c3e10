import { formatHosts, readHosts } from '../../../shared/values/hosts';
import { accept } from '../../../shared/values/reading';
import type { FieldRule } from '../../../shared/n8n/parameters/rule';

/** The address of a database, or the list of addresses of a cluster. */
export const HOST_RULE: FieldRule = {
	list: true,
	convert(text) {
		const hosts = readHosts(text, { ports: 'allowed' });
		return hosts.ok ? accept(formatHosts(hosts.value)) : hosts;
	},
};
