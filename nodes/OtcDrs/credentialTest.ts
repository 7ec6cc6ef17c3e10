import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { readCertificate } from './fields/endpoint/certificate';

/**
 * Tests a database credential without a connection, because n8n need not reach the database: DRS does. What can be
 * seen from here is whether it is complete and whether the certificate can be read.
 */
export async function databaseCredentialTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const { user, password, sslCert } = credential.data ?? {};
	if (typeof user !== 'string' || user.trim() === '') {
		return { status: 'Error', message: 'User: is empty. Enter the user that DRS logs in with.' };
	}
	if (typeof password !== 'string' || password === '') {
		return { status: 'Error', message: 'Password: is empty. Enter the password of the user.' };
	}
	if (typeof sslCert === 'string' && sslCert !== '' && !readCertificate(sslCert).ok) {
		return {
			status: 'Error',
			message: 'SSL Certificate: is neither PEM nor Base64. Paste the text of the .pem file.',
		};
	}
	return {
		status: 'OK',
		message:
			'The credential is complete. DRS tests the connection itself when the task is configured.',
	};
}
