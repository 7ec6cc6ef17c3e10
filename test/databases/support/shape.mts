/** Shapes of tables that are rare, each on both sides alike; then each changed on the target. */
export interface Shape {
	name: string;
	/** Statements on both sides. */
	make: string[];
	/** A change of the target. */
	change: string;
	/** The key by which it is found; null for a table that is compared as a whole. */
	key: Array<string | null> | null;
	/** The table, where it is not the name of the shape. */
	path: string;
}
