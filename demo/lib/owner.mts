import { hashSync } from 'bcryptjs';

/** How to log in to the demo's n8n; made up, and of use on this machine only. */
export interface Login {
	email: string;
	password: string;
}

/** The owner of the demo's n8n. */
export const LOGIN: Readonly<Login> = {
	email: 'owner@example.test',
	password: 'Demo-Passw0rd',
};

/** @returns the variables by which n8n creates its owner when it starts. */
export function ownerEnvironment({ email, password }: Login): Record<string, string> {
	return {
		N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
		N8N_INSTANCE_OWNER_EMAIL: email,
		N8N_INSTANCE_OWNER_FIRST_NAME: 'Demo',
		N8N_INSTANCE_OWNER_LAST_NAME: 'Owner',
		N8N_INSTANCE_OWNER_PASSWORD_HASH: hashSync(password, 10),
	};
}
