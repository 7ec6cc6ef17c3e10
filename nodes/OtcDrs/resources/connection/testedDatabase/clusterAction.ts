/** The only action that the service documents for the test of a cluster (drs_03_0106). */
export const CLUSTER_ACTION = 'testConnection';
