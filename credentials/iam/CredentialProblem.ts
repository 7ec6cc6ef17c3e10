/**
 * What is wrong with the credential, and what to do about it. The message holds both, because n8n's credential test shows
 * only that. Never carries a secret, and never an HTTP response: n8n would take that for a session to renew.
 */
export class CredentialProblem extends Error {
	constructor(
		readonly fault: string,
		readonly remedy: string,
		/** Whether it may be over soon, such as a service that does not answer. */
		readonly isTransient = false,
	) {
		super(`${fault}. ${remedy}`);
		this.name = 'CredentialProblem';
	}
}

/** A login with a password or key that the service refused: to send the same values again would lock it. */
export class RefusedLogin extends CredentialProblem {}
