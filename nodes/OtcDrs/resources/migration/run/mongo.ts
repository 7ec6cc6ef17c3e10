import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { TaskBody } from '../../../../shared/drs/taskBody';
import type { Fields } from '../../../../shared/n8n/parameters/fields';
import type { Side } from '../../../fields/endpoint/input';
import { DATABASE_NAME, MONGODB_ONLY } from '../../../fields/endpoint/table';
import { buildConnectionTest, buildProperty } from '../../connection/testedDatabase/build';
import { CLUSTER_ACTION } from '../../connection/testedDatabase/clusterAction';
import type { DatabaseNames } from './modification';

const SHARDS: INodeProperties = {
	displayName: 'Shards',
	name: 'shards',
	type: 'string',
	displayOptions: MONGODB_ONLY,
	default: '',
	placeholder: 'e.g. 10.0.0.7:27018,10.0.0.8:27018',
	description:
		'For a MongoDB cluster: one address per shard. The source login is used to test them.',
};

/** What a run takes of its databases besides the fields of the creation. */
export const RUN_ENDPOINT_FIELDS: Record<Side, INodeProperties[]> = {
	source: [DATABASE_NAME, SHARDS],
	target: [DATABASE_NAME],
};

/** What a MongoDB migration needs besides its endpoints. */
export interface MongoInput extends DatabaseNames {
	shards?: string;
}

/** The database of MongoDB that usually holds the users. */
const ADMIN = 'admin';

/** @returns authentication databases and shards of an item; the names have a default for MongoDB only */
export function readMongo(fields: Fields, body: TaskBody): MongoInput {
	const isMongo = body.source_endpoint.db_type === 'mongodb';
	const database = (side: Side) => fields.group(`${side}Database`);
	const name = (side: Side) => database(side).text('dbName') ?? (isMongo ? ADMIN : undefined);
	return {
		source: name('source'),
		target: name('target'),
		shards: isMongo ? database('source').text('shards') : undefined,
	};
}

/** @returns whether a task moves a cluster: its connections are tested by another call, on the parent (drs_03_0106) */
export const isCluster = (
	{ node_num: nodes, source_endpoint: source }: TaskBody,
	mongo: MongoInput,
) =>
	source.db_type === 'mongodb' &&
	(mongo.shards !== undefined || source.cluster_mode !== undefined || Number(nodes ?? 1) > 1);

/** The tests of both databases of a task. */
export interface ConnectionTests {
	source: IDataObject;
	target: IDataObject;
}

/**
 * @param body the creation of the task
 * @param mongo what MongoDB needs besides
 * @returns the entries of the connection tests without the task's ID; of a cluster, those of the cluster test
 */
export function buildConnectionTests(body: TaskBody, mongo: MongoInput): ConnectionTests {
	const { source_endpoint: source, target_endpoint: target, net_type: netType } = body;
	const sides = {
		source: { side: 'so', netType, dbName: mongo.source, endpoint: source },
		target: { side: 'ta', netType, dbName: mongo.target, endpoint: target },
	};
	if (!isCluster(body, mongo)) {
		return {
			source: buildConnectionTest(sides.source),
			target: buildConnectionTest(sides.target),
		};
	}
	const shards =
		mongo.shards === undefined
			? []
			: [{ ...sides.source, side: 'ls', endpoint: { ...source, ip: mongo.shards } }];
	return {
		source: { action: CLUSTER_ACTION, property: buildProperty([sides.source, ...shards]) },
		target: { action: CLUSTER_ACTION, property: buildProperty([sides.target]) },
	};
}

/** @returns the test of a database as the other side of a task */
export const asSide = (test: IDataObject, side: 'so' | 'ta'): IDataObject => ({
	...test,
	end_point_type: side,
});
