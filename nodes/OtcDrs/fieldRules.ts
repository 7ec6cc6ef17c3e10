import { HOST_RULE } from './fields/endpoint/hostRule';
import type { FieldRule, FieldRules } from '../shared/n8n/parameters/rule';

const OPEN: FieldRule = { open: true };
const LIST: FieldRule = { list: true };
const WHOLE: FieldRule = { whole: true };
const ID: FieldRule = { id: true };

/** What the descriptions of the node's fields cannot say about their values. */
export const FIELD_RULES: FieldRules = {
	jobId: LIST,
	objectCompareId: ID,
	lineCompareId: ID,
	contentCompareId: ID,
	'sourceDatabase.projectId': ID,
	'targetDatabase.projectId': ID,
	engineType: OPEN,
	databaseEngine: OPEN,
	'options.databases': LIST,
	'options.servers': LIST,
	dbType: OPEN,
	'sourceDatabase.ip': HOST_RULE,
	'sourceDatabase.shards': HOST_RULE,
	'targetDatabase.ip': HOST_RULE,
	'sourceDatabase.dbType': OPEN,
	'targetDatabase.dbType': OPEN,
	'sourceDatabase.dbPort': WHOLE,
	'targetDatabase.dbPort': WHOLE,
	'sourceDatabase.sslCert': { multiLine: true, secret: true },
	'targetDatabase.sslCert': { multiLine: true, secret: true },
	'kerberos.krb5_conf_file': { multiLine: true, secret: true },
	'kerberos.key_tab_file': { multiLine: true, secret: true },
	'ranges.range.from': WHOLE,
	'ranges.range.to': WHOLE,
	'ranges.range.speed': WHOLE,
	'tables.table.level': WHOLE,
	'parameters.parameter.targetValue': { booleanAsText: true },
	'updateFields.alarm.settings.emails': LIST,
	'updateFields.alarm.settings.phones': LIST,
	'updateFields.alarm.settings.delayTime': WHOLE,
	'updateFields.alarm.settings.rpoDelay': WHOLE,
	'updateFields.alarm.settings.rtoDelay': WHOLE,
	'options.batchSize': WHOLE,
	'options.nodeNum': WHOLE,
	'options.expiredDays': WHOLE,
	'options.concurrency': WHOLE,
	'options.maxAttempts': WHOLE,
	'additionalFields.nodeNum': WHOLE,
	'additionalFields.expiredDays': WHOLE,
	drainChecks: WHOLE,
	limit: WHOLE,
	page: WHOLE,
	perPage: WHOLE,
};
