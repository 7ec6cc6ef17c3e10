/** The two sides of a task. */
export type Side = 'source' | 'target';

/** One side of a task as the user described it; what is undefined is not sent. */
export interface EndpointInput {
	dbType?: string;
	azCode?: string;
	region?: string;
	instId?: string;
	instName?: string;
	projectId?: string;
	vpcId?: string;
	subnetId?: string;
	securityGroupId?: string;
	ip?: string;
	dbPort?: number;
	dbUser?: string;
	dbPassword?: string;
	mongoHaMode?: string;
	clusterMode?: string;
	sslLink?: boolean;
	sslCertName?: string;
	/** PEM text, or the Base64 of a certificate file. */
	sslCert?: string;
	sslCertPassword?: string;
	sslCertCheckSum?: string;
}
