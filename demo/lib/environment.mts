import { delimiter, dirname } from 'node:path';

/** What n8n needs of the machine's environment; the rest (other N8N_ variables, proxies) would only disturb. */
const KEPT = [
	'APPDATA',
	'COMSPEC',
	'HOME',
	'LANG',
	'LOCALAPPDATA',
	'PATHEXT',
	'SystemRoot',
	'TEMP',
	'TMP',
	'TMPDIR',
	'USERPROFILE',
];

/** Everything that would call home, ask the user something, or load what is not here. */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_DISABLED_MODULES: 'mcp-registry',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_REINSTALL_MISSING_PACKAGES: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
};

/** Where and on what n8n runs. */
export interface N8nPlace {
	/** Path of the Node.js binary; n8n's task runner starts the `node` of the PATH. */
	node: string;
	/** The user folder: n8n keeps its data in `.n8n` below it. */
	userFolder: string;
	port: number;
	/** Port of n8n's task broker. */
	brokerPort: number;
}

/**
 * @param place where and on what n8n runs
 * @param system the environment of this process
 * @returns the environment of n8n: loopback only, no telemetry, no banners
 */
export function n8nEnvironment(place: N8nPlace, system: NodeJS.ProcessEnv): Record<string, string> {
	const kept = KEPT.flatMap((name): [string, string][] => {
		const value = system[name];
		return value === undefined ? [] : [[name, value]];
	});
	return {
		...Object.fromEntries(kept),
		...QUIET,
		PATH: `${dirname(place.node)}${delimiter}${system.PATH ?? ''}`,
		N8N_USER_FOLDER: place.userFolder,
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(place.port),
		N8N_PROTOCOL: 'http',
		N8N_SECURE_COOKIE: 'false',
		N8N_WEBHOOK_URL: `http://127.0.0.1:${place.port}/`,
		N8N_RUNNERS_BROKER_PORT: String(place.brokerPort),
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		N8N_LOG_LEVEL: 'info',
		NO_COLOR: '1',
		GENERIC_TIMEZONE: 'UTC',
		TZ: 'UTC',
	};
}
