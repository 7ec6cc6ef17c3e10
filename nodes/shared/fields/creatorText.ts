/** n8n shows a node and its trigger as one entry in the node creator, with the description of the trigger. */
export const CREATOR_TEXT =
	'Migrate databases to, from and within Open Telekom Cloud (T Cloud Public), or start a workflow when a DRS task changes';
