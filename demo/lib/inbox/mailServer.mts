import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** A mail server on loopback. */
export interface MailServer {
	port: number;
	close(): Promise<void>;
}

/** Longest mail, in bytes. */
const LIMIT = 10_000_000;
/** How long the end waits for connections, in milliseconds. */
const CLOSE_TIMEOUT = 500;

async function readMail(stream: SMTPServerDataStream): Promise<ParsedMail> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
	if (stream.sizeExceeded)
		throw Object.assign(new Error('The mail is too long'), { responseCode: 552 });
	return await simpleParser(Buffer.concat(chunks));
}

/**
 * Starts a mail server without encryption and login, on a free port of 127.0.0.1. It delivers nothing.
 * @param receive takes each mail
 */
export async function startMailServer(receive: (mail: ParsedMail) => void): Promise<MailServer> {
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		size: LIMIT,
		closeTimeout: CLOSE_TIMEOUT,
		onData(stream, _session, done) {
			readMail(stream).then(
				(mail) => {
					receive(mail);
					done();
				},
				(error: Error) => done(error),
			);
		},
	});
	server.on('error', () => undefined);
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	const { port } = server.server.address() as AddressInfo;
	const close = async () =>
		await new Promise<void>((resolve) => {
			server.close(() => resolve());
		});
	return { port, close };
}
