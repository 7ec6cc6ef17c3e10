/** Schemas of users, in a statement that calls `pg_namespace` n. */
export const USER_SCHEMA = "n.nspname !~ '^pg_' and n.nspname<>'information_schema'";

/**
 * Objects that an extension brings are created by the extension.
 *
 * @param catalog that lists the objects
 * @param oid SQL of the object's ID
 * @returns the condition of PostgreSQL that leaves them out
 */
export const notOfExtension = (catalog: string, oid: string): string =>
	`not exists (select 1 from pg_depend d where d.classid='pg_catalog.${catalog}'::regclass and d.objid=${oid} and d.deptype='e')`;
