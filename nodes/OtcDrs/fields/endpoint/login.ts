import type { INodeProperties } from 'n8n-workflow';
import type { Side } from './input';

/** Where a login comes from. */
const SOURCES = {
	credential: { name: 'From Credential', value: 'credential' },
	below: {
		name: 'Define Below',
		value: 'defineBelow',
		description: 'Add the fields "User" and "Password"',
	},
	later: {
		name: 'Not Now',
		value: 'none',
		description:
			'Take nothing from the credential. You can add the login later with Task → Update.',
	},
};

/** What the collection of a database holds before anything is changed in it. */
export const LOGIN_PRESET = {
	/** The operation connects to the database. */
	required: {},
	optional: { authentication: SOURCES.later.value },
};

/**
 * @param side source or target
 * @param need whether the operation connects to the database
 * @returns the fields of the collection that say how to sign in
 */
export function loginFields(side: Side, need: keyof typeof LOGIN_PRESET): INodeProperties[] {
	const label = side === 'source' ? 'Source' : 'Target';
	const credential = {
		...SOURCES.credential,
		description: `Use host, port, login and certificate of the credential "OTC DRS ${label} Database API"`,
	};
	return [
		{
			displayName: 'Login',
			name: 'authentication',
			type: 'options',
			options: [credential, SOURCES.below, ...(need === 'required' ? [] : [SOURCES.later])],
			default: 'credential',
			description: `How to provide the login of the ${side} database`,
		},
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			default: '',
			placeholder: 'e.g. drs_user',
			description: `User of the ${side} database. Overrides the user of the credential.`,
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: `Password of the ${side} database. Overrides the password of the credential. A fixed value is stored in the workflow. Use a credential or an expression to avoid that.`,
		},
	];
}
