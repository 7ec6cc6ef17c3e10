import type { Schema } from '../build/reference.mts';
import { closed, list, object, text } from './build.mts';

/** A yes or no. */
export const truth: Schema = { type: 'boolean' };

/** The address of a record. */
export const links = object({ self: text });

const DOMAIN = closed({ id: text, name: text });

/** What a login sends. */
export const TOKEN_REQUEST = closed(
	{
		auth: closed(
			{
				identity: closed(
					{
						methods: list({ type: 'string', enum: ['password', 'totp', 'assume_role', 'token'] }),
						password: closed(
							{
								user: closed({ id: text, name: text, password: text, domain: DOMAIN }, [
									'password',
								]),
							},
							['user'],
						),
						totp: closed({ user: closed({ id: text, name: text, passcode: text }, ['passcode']) }, [
							'user',
						]),
						assume_role: closed({
							domain_name: text,
							domain_id: text,
							xrole_name: text,
							agency_name: text,
						}),
						token: closed({ id: text }, ['id']),
					},
					['methods'],
				),
				scope: closed({
					project: closed({ id: text, name: text, domain: DOMAIN }),
					domain: DOMAIN,
				}),
			},
			['identity'],
		),
	},
	['auth'],
);

/** The service catalog. */
export const CATALOG = list(
	object({
		id: text,
		type: text,
		name: text,
		endpoints: list(
			object({
				id: text,
				interface: text,
				region: { type: ['string', 'null'] },
				region_id: { type: ['string', 'null'] },
				url: text,
			}),
		),
	}),
);

/** A token with all that it tells. */
export const TOKEN = object({
	token: object({
		expires_at: text,
		issued_at: text,
		methods: list(text),
		project: object({ id: text, name: text }),
		user: object({ id: text, name: text }),
		roles: list(object({ id: text, name: text })),
		catalog: CATALOG,
	}),
});

/** A project. */
export const PROJECT = object({
	id: text,
	name: text,
	domain_id: text,
	parent_id: text,
	is_domain: truth,
	enabled: truth,
	description: text,
	links,
});

/** A page of projects. */
export const PROJECTS = object({ projects: list(PROJECT), links });

/** A version of the API. */
export const VERSION = object({
	id: text,
	status: text,
	updated: text,
	'media-types': list({ type: 'object' }),
	links: list(object({ rel: text, href: text })),
});

/** What asks for a temporary access key. */
export const KEY_REQUEST = closed(
	{
		auth: closed(
			{
				identity: closed(
					{
						methods: list(text),
						token: object({ id: text }),
						assume_role: object({}),
						policy: object({}),
					},
					['methods'],
				),
			},
			['identity'],
		),
	},
	['auth'],
);
