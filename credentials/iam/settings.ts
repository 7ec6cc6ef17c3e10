import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { hasControl, hasInvisible, makeVisible } from '../../nodes/shared/values/visible';
import { CredentialProblem } from './CredentialProblem';
import { CHANGES_OF_THE_LOGIN } from './advancedFields';
import { checkTexts, rawText, textIn } from './fieldText';

/** The fields of the credential `otcApi`, trimmed; an empty field is an empty string. */
export interface Settings {
	authentication: 'password' | 'accessKey';
	region: string;
	iamEndpoint: string;
	serviceEndpoint: string;
	isCustom: boolean;
	projectName: string;
	projectId: string;
	domainName: string;
	userName: string;
	password: string;
	totpSecret: string;
	userId: string;
	agencyName: string;
	agencyDomainName: string;
	accessKeyId: string;
	secretAccessKey: string;
	securityToken: string;
}

const HEADER_TEXT = /^[ -~]*$/;

const REGION_NAME = /^[a-z0-9-]{2,40}$/;
const PROJECT_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** @returns whether a text can be the ID of a project, which becomes a part of every address. */
export const isProjectId = (text: string): boolean => PROJECT_ID.test(text);

/**
 * Checks what becomes a part of a header.
 *
 * @throws CredentialProblem that names the field and not its value
 */
export function checkHeaderText(field: string, value: string, remedy: string): void {
	if (!HEADER_TEXT.test(value)) {
		throw new CredentialProblem(
			`${field}: contains a line break or another character that is not allowed in a header`,
			remedy,
		);
	}
}

/** Refuses a field with such a character. The service would refuse the login, and lock the user after a few of them. */
function refuseFirst(
	fields: ReadonlyArray<[field: string, value: string]>,
	has: (value: string) => boolean,
	kind: string,
): void {
	const broken = fields.find(([, value]) => has(value));
	if (broken === undefined) return;
	throw new CredentialProblem(
		`${broken[0]}: contains ${kind} character`,
		`Type "${broken[0]}" again, in one line, instead of pasting it.`,
	);
}

function checkCharacters(settings: Settings): void {
	const isKey = settings.authentication === 'accessKey';
	const keys: Array<[field: string, value: string]> = [
		['Access Key ID', settings.accessKeyId],
		['Secret Access Key', settings.secretAccessKey],
		['Security Token', settings.securityToken],
	];
	const names: Array<[field: string, value: string]> = [
		['User Name', settings.userName],
		['Account (Domain) Name', settings.domainName],
		['User ID', settings.userId],
		['Agency Name', settings.agencyName],
		['Agency Account (Domain) Name', settings.agencyDomainName],
	];
	for (const [field, value] of isKey ? keys : []) {
		checkHeaderText(
			field,
			value,
			`Copy "${field}" again, in one line and without surrounding characters.`,
		);
	}
	const named: typeof names = [['Project Name', settings.projectName]];
	const inLogin = isKey ? [] : names;
	const password: typeof names = isKey ? [] : [['Password', settings.password]];
	refuseFirst([...named, ...inLogin, ...password], hasControl, 'a line break or another control');
	refuseFirst([...named, ...inLogin], hasInvisible, 'an invisible');
}

const DEFAULT_REGION = 'eu-de';

/** @returns the region that a credential names, such as eu-de; an empty text for a custom one without a name. */
export const regionOf = (data: ICredentialDataDecryptedObject): string =>
	data.region === 'custom'
		? textIn(data, 'customRegion')
		: textIn(data, 'region') || DEFAULT_REGION;

const isAdvanced = ({ advanced }: ICredentialDataDecryptedObject): boolean => advanced === true;

/** Refuses what is filled in where the form does not show it: a value that nobody sees is neither used nor ignored. */
function checkHidden(data: ICredentialDataDecryptedObject): void {
	if (isAdvanced(data)) return;
	const filled = CHANGES_OF_THE_LOGIN.filter(({ name }) => textIn(data, name) !== '');
	if (filled.length === 0) return;
	throw new CredentialProblem(
		`Advanced: is off, but its fields are filled in: ${filled.map(({ displayName }) => displayName).join(', ')}`,
		'To use these fields, turn on "Advanced". To log in without them, turn on "Advanced", set "Authentication" to "Password", empty these fields, and turn it off again.',
	);
}

/**
 * Reads the credential's fields and checks that the required ones are set.
 *
 * @param data the decrypted credential
 * @returns the fields, with the region name resolved and the project name set to its default, the region
 * @throws CredentialProblem that names the field and the remedy
 */
export function readSettings(data: ICredentialDataDecryptedObject): Settings {
	checkTexts(data);
	checkHidden(data);
	const text = (key: string): string => textIn(data, key);
	const region = regionOf(data);
	const settings: Settings = {
		authentication:
			isAdvanced(data) && data.authentication === 'accessKey' ? 'accessKey' : 'password',
		region,
		isCustom: data.region === 'custom',
		iamEndpoint: text('iamEndpoint'),
		serviceEndpoint: text('serviceEndpoint'),
		projectName: text('projectName') || region,
		projectId: text('projectId'),
		domainName: text('domainName'),
		userName: text('userName'),
		password: rawText(data, 'password'),
		totpSecret: text('totpSecret'),
		userId: text('userId'),
		agencyName: text('agencyName'),
		agencyDomainName: text('agencyDomainName'),
		accessKeyId: text('accessKeyId'),
		secretAccessKey: text('secretAccessKey'),
		securityToken: text('securityToken'),
	};
	check(settings, isAdvanced(data));
	checkCharacters(settings);
	return settings;
}

function check(settings: Settings, hasAdvanced: boolean): void {
	if (!REGION_NAME.test(settings.region)) {
		throw new CredentialProblem(
			`Region Name: "${makeVisible(settings.region)}" is not a region`,
			'Enter a region such as eu-de: lower-case letters, digits and hyphens.',
		);
	}
	if (settings.projectId !== '' && !isProjectId(settings.projectId)) {
		throw new CredentialProblem(
			`Project ID: "${makeVisible(settings.projectId.slice(0, 80))}" is not a project ID`,
			'Copy it from My Credentials in the console: letters and digits. Enter a name in "Project Name".',
		);
	}
	const required: Array<[field: string, value: string]> =
		settings.authentication === 'accessKey'
			? [
					['Access Key ID', settings.accessKeyId],
					['Secret Access Key', settings.secretAccessKey],
				]
			: [
					...(settings.userId === ''
						? ([
								['User Name', settings.userName],
								['Account (Domain) Name', settings.domainName],
							] as Array<[string, string]>)
						: []),
					['Password', settings.password],
				];
	const empty = required.find(([, value]) => value === '');
	if (empty) {
		throw new CredentialProblem(
			`${empty[0]}: is empty`,
			`Fill in "${empty[0]}" in the credential.${hasAdvanced ? '' : ' For an access key, turn on "Advanced".'}`,
		);
	}
	if (settings.totpSecret !== '' && settings.userId === '') {
		throw new CredentialProblem(
			'User ID: is empty',
			'IAM needs the ID of a user with login protection (MFA). Copy it from My Credentials in the console.',
		);
	}
	if (settings.agencyName !== '' && settings.domainName === '') {
		throw new CredentialProblem(
			'Account (Domain) Name: is empty',
			'Enter the name of your own account, from which the agency is used.',
		);
	}
	if (settings.agencyName !== '' && settings.agencyDomainName === '') {
		throw new CredentialProblem(
			'Agency Account (Domain) Name: is empty',
			'Enter the name of the account that created the agency.',
		);
	}
}
