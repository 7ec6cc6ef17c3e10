/** What is known of a task now. */
export interface TaskNow {
	status: string;
	/** Seconds; undefined where it was not asked for or the service does not say. */
	delay?: number;
	/** Whether the task replicates changes only: then it has no full transfer that could end. */
	isIncremental?: boolean;
}

/** What is remembered of a task. */
export interface TaskBefore {
	status: string;
	/** Whether the end of the full transfer has been seen. */
	fullTransferSeen: boolean;
	/** Whether the delay was above the threshold. */
	delayed: boolean;
	/** Whether the last list left the task out; the second time it is forgotten. */
	missing: boolean;
}
