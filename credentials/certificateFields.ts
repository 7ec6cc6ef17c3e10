import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/**
 * The fields of a TLS certificate. They are the same in a database credential and in the fields of the node, so that the
 * node reads both alike.
 *
 * @param displayOptions when to show them; always by default
 */
export function certificateFields(displayOptions?: IDisplayOptions): INodeProperties[] {
	const shown = displayOptions === undefined ? {} : { displayOptions };
	return [
		{
			displayName: 'SSL Certificate',
			name: 'sslCert',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: 'e.g. -----BEGIN CERTIFICATE-----…',
			description:
				'CA certificate as PEM text, or the Base64 of a .p12 file. It is sent as Base64 together with its SHA-256 checksum.',
			...shown,
		},
		{
			displayName: 'SSL Certificate Checksum',
			name: 'sslCertCheckSum',
			type: 'string',
			default: '',
			description: 'Checksum of the certificate. Leave empty to compute SHA-256.',
			...shown,
		},
		{
			displayName: 'SSL Certificate Name',
			name: 'sslCertName',
			type: 'string',
			default: '',
			placeholder: 'e.g. ca.pem',
			description: 'File name of the certificate',
			...shown,
		},
		{
			displayName: 'SSL Certificate Password',
			name: 'sslCertPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Password of a .p12 certificate',
			...shown,
		},
	];
}
