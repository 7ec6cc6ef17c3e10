import type { INodeProperties } from 'n8n-workflow';
import { certificateFields } from './certificateFields';

/** @returns the fields of a database credential: address, login, and the certificate of a TLS connection. */
export function databaseFields(): INodeProperties[] {
	return [
		{
			displayName: 'Host',
			name: 'host',
			type: 'string',
			default: '',
			placeholder: 'e.g. 192.168.0.27',
			description:
				'IP address of the database. Leave empty for a managed DB instance, whose address is read from the instance. For a MongoDB cluster, a list such as 10.0.0.1:27017,10.0.0.2:27017.',
		},
		{
			displayName: 'Port',
			name: 'port',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 65_535 },
			default: 0,
			description: 'Port of the database. 0 uses the usual port of the engine.',
		},
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			default: '',
			placeholder: 'e.g. drs_user',
			description: 'Database user that DRS logs in with',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Password of the user',
		},
		{
			displayName: 'SSL',
			name: 'sslLink',
			type: 'boolean',
			default: false,
			description: 'Whether DRS connects to the database with SSL',
		},
		...certificateFields({ show: { sslLink: [true] } }),
	];
}
