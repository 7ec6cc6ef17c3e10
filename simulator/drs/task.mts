/** JSON as the wire carries it. */
export type Json = Record<string, unknown>;

/** How far a pre-check is. */
export interface Precheck {
	id: string;
	startedAt: number;
	/** What is wrong with single items, by their names. */
	findings: Map<string, Finding>;
}

/** What a pre-check has against an item. */
export interface Finding {
	result: 'FAILED' | 'ALARM';
	reason: string;
}

/** Why a task has failed. */
export interface Failure {
	code: string;
	reason: string;
}

/** A task as the simulator keeps it. What depends on time is computed when somebody looks, see `lifeCycle.mts`. */
export interface Task {
	id: string;
	projectId: string;
	/** The task that this is a subtask of. */
	parentId?: string;
	/** Its subtasks. */
	childIds?: readonly string[];
	name: string;
	createdAt: number;
	updatedAt: number;
	/** What the creation and later changes asked for, without endpoints. */
	settings: Json;
	source: Json;
	target: Json;
	/** The last status that was set, and since when; time may have moved on from it. */
	status: string;
	since: number;
	/** Share of the full transfer that was done when it was last paused or failed, from 0 to 1. */
	transferred: number;
	failure?: Failure;
	/** The status that a paused task goes back to. */
	pausedIn?: string;
	tested: Set<'so' | 'ta'>;
	stored: boolean;
	precheck?: Precheck;
	startedAt?: number;
	fullTransferCompleteAt?: number;
	objects: Json[];
	speedLimits: Json[];
	transformations: Json[];
	/** What was set in the target. */
	parameters: Map<string, string>;
	/** Values of the source that differ from the usual ones, for tests. */
	sourceParameters?: Map<string, string>;
	comparisons: Map<string, { kind: 'objects' | 'lines' | 'contents'; startedAt: number }>;
	/** How the task was told to end; only a normal stop carries over what has to wait for the end. */
	stop?: { kind: 'normal' | 'forced'; at: number; replicated: boolean };
	/** To which side the virtual IP address was switched last, and when. */
	vip?: { mode: string; switchedAt: number };
}
