import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server on loopback. */
export interface MailServer {
	port: number;
	close(): Promise<void>;
}

/** Longest mail, in bytes. */
const LIMIT = 10_000_000;

/**
 * Starts a mail server without encryption and login, on a free port of 127.0.0.1. It delivers nothing.
 * @param receive takes each mail
 */
export async function startMailServer(receive: (mail: ParsedMail) => void): Promise<MailServer> {
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		size: LIMIT,
		onData(stream, _session, done) {
			simpleParser(stream).then(
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
