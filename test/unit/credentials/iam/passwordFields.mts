/** The fields of a credential that logs in with a password. */
export const PASSWORD_FIELDS = {
	authentication: 'password',
	region: 'eu-de',
	domainName: 'OTC-EU-DE-1',
	userName: 'n8n',
	password: 'secret',
};
