/** One rule: how to recognise a refusal, and what to tell the user. The first rule that matches wins. */
interface Rule {
	status?: number;
	code?: RegExp;
	words?: RegExp;
	hint: string;
}

const GATEWAY = /^APIG(W)?\.0301$/;

/** For a refusal without a reason. */
export const REFUSED_LOGIN =
	'The credential was refused without a reason. Check user name, password and account name, or the access key. A user with login protection (MFA) needs "TOTP Secret" and "User ID" under "Advanced". Five wrong logins lock the user for 15 minutes.';

const REDIRECT =
	'The URL redirects, as a login page or a proxy does. Redirects are not followed. Check the endpoints of the credential and the proxy.';

/** From the error tables of IAM and API Gateway, and from what users ran into. */
const RULES: readonly Rule[] = [
	{
		status: 400,
		code: /^IAM\.1061$/,
		hint: 'The MFA passcode was not accepted. Check "TOTP Secret" and the clock of this machine.',
	},
	{
		status: 400,
		code: /^IAM\.110[4-7]$/,
		hint: 'The access key is blocked, expired or inactive. Create a new one in the console.',
	},
	{
		status: 400,
		code: /^IAM\.1108$/,
		hint: 'The temporary access key has expired. Enter a new key, secret and security token.',
	},
	{
		status: 400,
		code: /^IAM\.1109$/,
		hint: 'The project does not exist in this account or region. Check "Region", and "Project Name" under "Advanced".',
	},
	{
		status: 401,
		words: /mfa totp code verify fail/i,
		hint: 'The user has login protection (MFA). Turn on "Advanced" and enter "TOTP Secret" and "User ID", or use an access key or a user without login protection.',
	},
	{
		status: 401,
		words: /username or password is wrong/i,
		hint: 'Check user name, password and account name (the account is a name such as OTC-EU-DE-000000000010000XXXXX, the user an IAM user name, not an email address). A user with login protection (MFA) gets the same answer and needs "TOTP Secret" under "Advanced". These values are not sent again for 15 minutes, or until a field is edited, because five wrong logins lock the user.',
	},
	{
		status: 401,
		code: /^IAM\.0061$/,
		hint: 'The user is locked after failed logins. Wait 15 minutes, then correct the password.',
	},
	{ status: 401, code: /^IAM\.0062$/, hint: 'The password is wrong. Correct "Password".' },
	{
		status: 401,
		code: GATEWAY,
		words: /signature expired/i,
		hint: 'The clock of this machine is off by more than 15 minutes. Synchronize it (NTP), then test again.',
	},
	{
		status: 401,
		code: GATEWAY,
		words: /ak .{0,80}not exist|Get secretKey failed/i,
		hint: 'This access key is unknown. Check "Access Key ID" and the region.',
	},
	{
		status: 401,
		code: GATEWAY,
		words: /verify aksk signature fail/i,
		hint: 'The secret does not match the access key. Enter "Secret Access Key" again, without spaces.',
	},
	{
		status: 401,
		code: GATEWAY,
		words: /AK access failed to reach the limit/i,
		hint: 'The access key is locked for 5 minutes after repeated failures. Correct it, then wait.',
	},
	{
		status: 401,
		code: /^111401001$/,
		hint: 'The security token belongs to "Access Key", not to a token. Check "Authentication".',
	},
	{
		words: /X-Auth-Token is invalid/i,
		hint: 'The agency was refused. The user needs "Agent Operator", and "Agency Name" must delegate to its account.',
	},
	{
		words: /projectId is not equal|Context's project_id|Project id don't match/i,
		hint: 'The project of the credential differs from the project in the URL. Check "Region", and "Project Name" and "Project ID" under "Advanced".',
	},
	{
		status: 403,
		code: /^DBS\.280015$/,
		hint: 'The user lacks a permission of RDS, such as rds:instance:list. Grant the permission in this project, or use another user.',
	},
	{
		code: /^DRS\.M00103$/,
		hint: 'The user lacks DRS permissions in this project. Grant "DRS ReadOnlyAccess" or "DRS FullAccess".',
	},
	{
		code: /^DRS\.M00102$/,
		hint: 'The user lacks a DRS permission in this project. Grant "DRS ReadOnlyAccess" or "DRS FullAccess".',
	},
	{
		code: /^DRS\.M00261$/,
		hint: 'The project belongs to another region or account. Check "Region", and "Project Name" and "Project ID" under "Advanced".',
	},
	{
		status: 403,
		code: /^IAM\.0081$/,
		hint: 'This user may only use the console. Create a user with programmatic access.',
	},
	{ status: 403, code: /^IAM\.008[02]$/, hint: 'The user is disabled. Enable it in the console.' },
	{
		status: 403,
		code: /^IAM\.000[23]$/,
		hint: 'The user lacks an IAM permission. Check its permissions.',
	},
	{
		status: 403,
		code: /^APIG(W)?\.0(302|306|402)$/,
		hint: 'Access to the API is restricted for this network address. Check the access control list of the account.',
	},
	{
		status: 404,
		code: /^APIG(W)?\.0101$/,
		hint: 'The URL is unknown. Check the region and the endpoints, and that the service is offered there.',
	},
	{
		status: 404,
		code: /^IAM\.0004$/,
		hint: 'The project, account or user does not exist. Check "Region" and "Account (Domain) Name", and "Project Name" under "Advanced".',
	},
	{ status: 401, words: /^unauthorized\.?$/i, hint: REFUSED_LOGIN },
	{
		status: 431,
		hint: 'The token is larger than the service or a proxy accepts. Assign fewer roles to the user, or use an access key, which needs no token.',
	},
	{ status: 429, hint: 'Too many requests. Wait a minute.' },
];

/**
 * Explains a refusal of IAM or of the gateway.
 *
 * @param refusal HTTP status, code and words of the service
 * @returns what to do, or undefined for a refusal that no rule knows
 */
export function authHint(refusal: {
	status?: number;
	code?: string;
	message?: string;
}): string | undefined {
	const { status: answered = 0 } = refusal;
	if (answered >= 300 && answered < 400) return REDIRECT;
	return RULES.find(
		({ status, code, words }) =>
			(status === undefined || status === refusal.status) &&
			(code === undefined || code.test(refusal.code ?? '')) &&
			(words === undefined || words.test(refusal.message ?? '')),
	)?.hint;
}
