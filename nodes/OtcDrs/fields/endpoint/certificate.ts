import { createHash } from 'node:crypto';
import { readCertificateFile } from '../../../shared/values/pem';
import { accept, type Reading } from '../../../shared/values/reading';

/** A certificate in the form of the request. */
export interface Certificate {
	/** The file's content in Base64, for `ssl_cert_key`. */
	base64: string;
	/** SHA-256 of the file's content, in lower-case hex, for `ssl_cert_check_sum`. */
	checkSum: string;
}

/**
 * Reads a certificate as users paste it.
 *
 * @param text PEM text, or the Base64 of a certificate file such as `.p12`
 * @returns content and checksum for the request; or why there is none
 */
export function readCertificate(text: string): Reading<Certificate> {
	const file = readCertificateFile(text);
	if (!file.ok) return file;
	return accept({
		base64: file.value.toString('base64'),
		checkSum: createHash('sha256').update(file.value).digest('hex'),
	});
}
