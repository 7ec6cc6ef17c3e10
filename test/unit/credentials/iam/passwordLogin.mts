/** The fields of a login with a password. */
export const PASSWORD = {
	advanced: true,
	region: 'eu-de',
	domainName: 'OTC-EU-DE-1',
	userName: 'n8n',
	password: 'secret',
};
