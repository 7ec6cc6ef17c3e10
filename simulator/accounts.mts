/** A user of the simulator; all values are made up. */
export interface SampleUser {
	domainName: string;
	domainId: string;
	userName: string;
	userId: string;
	password: string;
	/** Base32 secret of the virtual MFA device of a user with login protection. */
	totpSecret?: string;
	/** May look, but not change anything, and not list instances. */
	readOnly?: boolean;
}

/** A project of the simulator. */
export interface SampleProject {
	id: string;
	name: string;
	domainId: string;
}

const FIRST = {
	domainName: 'OTC-EU-DE-00000000001000000001',
	domainId: '5f6d0000000000000000000000000001',
};
const SECOND = {
	domainName: 'OTC-EU-DE-00000000001000000002',
	domainId: '5f6d0000000000000000000000000002',
};
const PASSWORD = 'Simulator-Passw0rd';

/** Who may log in, and with what. */
export const accounts = {
	operator: {
		...FIRST,
		userName: 'drs-operator',
		userId: '0a110000000000000000000000000001',
		password: PASSWORD,
	} satisfies SampleUser as SampleUser,
	mfa: {
		...FIRST,
		userName: 'drs-mfa',
		userId: '0a110000000000000000000000000002',
		password: PASSWORD,
		totpSecret: 'JBSWY3DPEHPK3PXP',
	} satisfies SampleUser as SampleUser,
	viewer: {
		...FIRST,
		userName: 'drs-viewer',
		userId: '0a110000000000000000000000000003',
		password: PASSWORD,
		readOnly: true,
	} satisfies SampleUser as SampleUser,
	/** An account that delegates to the first one. */
	agency: {
		name: 'drs-agency',
		userId: '0a110000000000000000000000000009',
		...SECOND,
		delegatedTo: FIRST.domainName,
	},
	accessKey: { id: 'SIMULATORAKEY0000001', secret: 'SimulatorSecretKeyDoNotUse0000000000001' },
	temporaryKey: {
		id: 'SIMULATORAKEY0000002',
		secret: 'SimulatorSecretKeyDoNotUse0000000000002',
		securityToken: 'simulator-security-token-0001',
	},
} as const;

/** All users. */
export const users: readonly SampleUser[] = [accounts.operator, accounts.mfa, accounts.viewer];

/** All projects; the name of a main project is that of its region. */
export const projects: readonly SampleProject[] = [
	{ id: '054ba152d480d55b2f5dc0069e7ddef0', name: 'eu-de', domainId: FIRST.domainId },
	{ id: '054ba152d480d55b2f5dc0069e7ddef1', name: 'eu-de_migration', domainId: FIRST.domainId },
	{ id: '054ba152d480d55b2f5dc0069e7ddef2', name: 'eu-nl', domainId: FIRST.domainId },
	{ id: '154ba152d480d55b2f5dc0069e7ddef0', name: 'eu-de', domainId: SECOND.domainId },
];
