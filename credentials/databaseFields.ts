import type { INodeProperties } from 'n8n-workflow';
import { certificateFields } from './certificateFields';

/** @returns the fields of a database credential: login, and the certificate of a TLS connection. */
export function databaseFields(): INodeProperties[] {
	return [
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
