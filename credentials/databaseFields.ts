import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

const withTls: IDisplayOptions = { show: { sslLink: [true] } };

/** @returns the fields of a database credential: login, and the certificate of a TLS connection. */
export function databaseFields(): INodeProperties[] {
	return [
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			default: '',
			placeholder: 'e.g. drs_user',
			description: 'Database user with which DRS logs in',
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
			description: 'Whether DRS encrypts its connection to the database',
		},
		{
			displayName: 'SSL Certificate',
			name: 'sslCert',
			type: 'string',
			typeOptions: { rows: 6, password: true },
			default: '',
			placeholder: 'e.g. -----BEGIN CERTIFICATE-----…',
			description:
				'CA certificate as PEM text, or the Base64 of a .p12 file. The checksum that DRS asks for is computed.',
			displayOptions: withTls,
		},
		{
			displayName: 'SSL Certificate Name',
			name: 'sslCertName',
			type: 'string',
			default: '',
			placeholder: 'e.g. ca.pem',
			description: 'File name of the certificate',
			displayOptions: withTls,
		},
		{
			displayName: 'SSL Certificate Password',
			name: 'sslCertPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Password of a .p12 certificate',
			displayOptions: withTls,
		},
	];
}
