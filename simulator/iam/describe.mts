import type { CatalogEntry } from './catalog.mts';
import type { Grant } from './tokens.mts';

const time = (milliseconds: number): string =>
	new Date(milliseconds).toISOString().replace('Z', '000Z');

const userOf = ({ user }: Grant) => ({
	id: user.userId,
	name: user.userName,
	password_expires_at: null,
	domain: { id: user.domainId, name: user.domainName },
});

/** The user of an agency's token is named after account and agency; who uses it stands beside it. */
const delegated = (grant: Grant) =>
	grant.agency === undefined
		? { user: userOf(grant) }
		: {
				user: {
					id: grant.agency.userId,
					name: `${grant.domainName}/${grant.agency.name}`,
					domain: { id: grant.domainId, name: grant.domainName },
				},
				assumed_by: { user: userOf(grant) },
			};

/**
 * The body of a token, as IAM's operations "Obtaining a token" and "Obtaining an agency token" print it.
 *
 * @param catalog left out when the request said so
 */
export function describeToken(grant: Grant, catalog: CatalogEntry[] | undefined): object {
	const { domainId, domainName, project, issuedAt, expiresAt, methods, isOfDomain } = grant;
	const domain = { id: domainId, name: domainName };
	return {
		token: {
			methods,
			issued_at: time(issuedAt),
			expires_at: time(expiresAt),
			...delegated(grant),
			...(project ? { project: { id: project.id, name: project.name, domain } } : {}),
			...(isOfDomain ? { domain } : {}),
			roles: [{ id: '0', name: grant.user.readOnly === true ? 'readonly' : 'te_admin' }],
			...(catalog ? { catalog } : {}),
		},
	};
}
