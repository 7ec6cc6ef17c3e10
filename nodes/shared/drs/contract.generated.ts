// Made by `npm run contract` from simulator/contract. Do not edit.
export interface components {
    schemas: {
        CreateComparisonResponseObjectLevelCompareCreateResult: {
            /** @description After the comparison task is created, the ID of the comparison task is returned for querying the result of the comparison task. */
            compare_task_id?: string;
            /** @description Error code, which is optional and indicates the returned information about the failure status. */
            error_code?: string;
            /** @description Error message, which is optional and indicates the returned information about the failure status. */
            error_msg?: string;
        };
        CreateTasksRequestSourceEndpoint: {
            /**
             * @description Database type. Values: - mysql - mongodb - taurus - postgresql
             * @example mysql
             * @example mongodb
             * @example taurus
             * @example postgresql
             */
            db_type?: string;
            /** @description azCode of the AZ where the database is located. */
            az_code?: string;
            /** @description Region where the DB instance is located. This parameter is mandatory when the database is a cloud instance, for example, an RDS or GaussDB(for MySQL) instance. In DR scenarios, if job_direction is set to down, this parameter is mandatory in source_endpoint. If job_direction is set to up, this parameter is mandatory in target_endpoint. */
            region?: string;
            /** @description DB instance ID. This parameter is mandatory when the database is a cloud instance, for example, an RDS or GaussDB(for MySQL) instance. In DR scenarios, if job_direction is set to down, this parameter is mandatory in source_endpoint. If job_direction is set to up, this parameter is mandatory in target_endpoint. */
            inst_id?: string;
            /** @description ID of the VPC where the database is located. */
            vpc_id?: string;
            /** @description ID of the subnet where the database is located. */
            subnet_id?: string;
            /** @description ID of the security group to which the database belongs. */
            security_group_id?: string;
            /** @description The project ID of an RDS or GaussDB(for MySQL) instance. */
            project_id?: string;
            /** @description Database password. */
            db_password?: string;
            /** @description Database port. The value is an integer ranging from 1 to 65535. */
            db_port?: number | string;
            /** @description Database user. */
            db_user?: string;
            /** @description The name of an RDS or GaussDB(for MySQL) instance. */
            inst_name?: string;
            /** @description Database IP address. */
            ip?: string;
            /** @description MongoDB HA mode. */
            mongo_ha_mode?: string;
            /** @description SSL certificate password. The certificate file name extension is .p12. */
            ssl_cert_password?: string;
            /** @description The checksum value of the SSL certificate, which is used for backend verification. This parameter is mandatory for secure connection to the source database. */
            ssl_cert_check_sum?: string;
            /** @description SSL certificate content, which is encrypted using Base64. */
            ssl_cert_key?: string;
            /** @description SSL certificate name. */
            ssl_cert_name?: string;
            /** @description Whether SSL is enabled. */
            ssl_link?: boolean;
            /**
             * @description For MongoDB 4.0 or later, if the cluster instance cannot obtain the IP address of the sharded node, set source_endpoint to Sharding4.0+. Default value: Sharding4.0+ Values: - Sharding4.0+
             * @example Sharding4.0+
             */
            cluster_mode?: string;
        };
        CreateTasksRequestTags: {
            /** @description Tag key. The value can contain a maximum of 36 characters, including letters, digits, underscores (_), and hyphens (-). */
            key?: string;
            /** @description Tag value. The value can contain a maximum of 43 characters, including letters, digits, underscores (_), and hyphens (-). */
            value?: string;
        };
        CreateTasksRequestSysTags: {
            /** @description Tag key. The value can contain a maximum of 36 characters, including letters, digits, underscores (_), and hyphens (-). */
            key?: string;
            /** @description Tag value. The value can contain a maximum of 43 characters, including letters, digits, underscores (_), and hyphens (-). */
            value?: string;
        };
        ModifyTasksRequestSourceEndpoint: {
            /**
             * @description Database type. This parameter is mandatory when this API is invoked to modify a task after the connection test. Values: - mysql - mongodb - taurus - postgresql
             * @example mysql
             * @example mongodb
             * @example taurus
             * @example postgresql
             */
            db_type?: string;
            /** @description Code of the AZ where the database is located. */
            az_code?: string;
            /** @description Region where the DB instance is located. This parameter is mandatory when the database is a cloud instance, for example, an RDS or GaussDB(for MySQL) instance. In DR scenarios, if job_direction is set to down, this parameter is mandatory in source_endpoint. If job_direction is set to up, this parameter is mandatory in target_endpoint. */
            region?: string;
            /** @description ID of the DB instance. This parameter is mandatory when the database is a cloud instance, for example, an RDS or GaussDB(for MySQL) instance. In DR scenarios, if job_direction is set to down, this parameter is mandatory in source_endpoint. If job_direction is set to up, this parameter is mandatory in target_endpoint. */
            inst_id?: string;
            /** @description ID of the VPC where the database is located. */
            vpc_id?: string;
            /** @description ID of the subnet where the database is located. */
            subnet_id?: string;
            /** @description ID of the security group to which the database belongs. */
            security_group_id?: string;
            /** @description The project ID of an RDS or GaussDB(for MySQL) instance. */
            project_id?: string;
            /** @description Database password. */
            db_password?: string;
            /** @description Database port. The value is an integer ranging from 1 to 65535. */
            db_port?: number | string;
            /** @description Database user. */
            db_user?: string;
            /** @description The name of an RDS or GaussDB(for MySQL) instance. */
            inst_name?: string;
            /** @description Database IP address. */
            ip?: string;
            /** @description MongoDB HA mode. */
            mongo_ha_mode?: string;
            /** @description SSL certificate password. The certificate file name extension is .p12. */
            ssl_cert_password?: string;
            /** @description The checksum value of the SSL certificate, which is used for backend verification. This parameter is mandatory for secure connection to the source database. */
            ssl_cert_check_sum?: string;
            /** @description SSL certificate content, which is encrypted using Base64. */
            ssl_cert_key?: string;
            /** @description SSL certificate name. */
            ssl_cert_name?: string;
            /** @description Whether SSL is enabled. */
            ssl_link?: boolean;
            /**
             * @description For MongoDB 4.0 or later, if the cluster instance cannot obtain the IP address of the sharded node, set cluster_mode in source_endpoint to Sharding4.0+. Default value: Sharding4.0+ Values: - Sharding4.0+
             * @example Sharding4.0+
             */
            cluster_mode?: string;
            /** @description Database name (printed in an example for MongoDB, absent from the table). */
            db_name?: string;
        };
        ModifyTasksResponseResults: {
            /** @description Task ID. */
            id?: string;
            /** @description Status Values: - success: The task is successful. - failed: The task fails. */
            status?: string;
            /** @description Error code, which is optional and indicates the returned information about the failure status. */
            error_code?: string;
            /** @description Error message, which is optional and indicates the returned information about the failure status. */
            error_msg?: string;
        };
        ModifyTasksResponse: {
            /** @description Total number. */
            count?: number;
            /** @description List of tasks that are modified in batches. */
            results?: components["schemas"]["ModifyTasksResponseResults"][];
        };
        GetComparisonResponseContentCompareDetail: {
            /** @description Source database name. */
            source_db_name?: string;
            /** @description Destination database name. */
            target_db_name?: string;
            /** @description Source database name. */
            source_table_name?: string;
            /** @description Name of a table in the destination database. */
            target_table_name?: string;
            /** @description Number of rows in the table of the source database. */
            source_row_num?: number;
            /** @description Number of rows in the table of the destination database. */
            target_row_num?: number;
            /** @description Difference between the tables in the source and destination databases. */
            diff_row_num?: number;
            /** @description Row comparison result. Values: - CONSISTENT: consistent - INCONSISTENT: inconsistent - COMPARING: The comparison is in progress - WAITING_FOR_COMPARISON: waiting for comparison - FAILED_TO_COMPARE: comparison failure - TARGET_DB_NOT_EXIT-Destination database does not exist - CAN_NOT_COMPARE-Cannot be compared */
            line_compare_result?: string;
            /** @description Value comparison result. Values: - CONSISTENT: consistent - INCONSISTENT: inconsistent - COMPARING: The comparison is in progress - WAITING_FOR_COMPARISON: waiting for comparison - FAILED_TO_COMPARE: comparison failure - TARGET_DB_NOT_EXIT-Destination database does not exist - CAN_NOT_COMPARE-Cannot be compared */
            content_compare_result?: string;
            /** @description Provides additional information. */
            message?: string;
        };
        GetTaskDetailsRequestPageReq: {
            /** @description Current page number, which cannot exceed the maximum number of pages. (Number of pages = Number of transferred job IDs/Number of tasks on each page) - Minimum value: 1. - Default value: 1 */
            cur_page?: number;
            /** @description Number of items on each page. If this parameter is set to 0, all items are obtained. - Minimum value: 0 - Maximum value: 100 - Default value: 5 */
            per_page?: number;
        };
        GetTaskDetailsRequest: {
            /** @description Querying task details in batches */
            jobs: string[];
            /** @description Pagination information. */
            page_req?: components["schemas"]["GetTaskDetailsRequestPageReq"];
        };
        GetTaskDetailsResponseSourceEndpoint: {
            /** @description Database type. Values: - mysql - mongodb - taurus - postgresql */
            db_type?: string;
            /** @description Code of the AZ where the database is located. */
            az_code?: string;
            /** @description Region where the DB instance is located. This parameter is mandatory when the database is a cloud instance, for example, an RDS or GaussDB(for MySQL) instance. */
            region?: string;
            /** @description DB instance ID. This parameter is mandatory when the database is a cloud instance, for example, an RDS or GaussDB(for MySQL) instance. */
            inst_id?: string;
            /** @description ID of the VPC where the database is located. */
            vpc_id?: string;
            /** @description ID of the subnet where the database is located. */
            subnet_id?: string;
            /** @description ID of the security group to which the database belongs. */
            security_group_id?: string;
            /** @description Project ID of an RDS DB instance. */
            project_id?: string;
            /** @description Database password. */
            db_password?: string;
            /** @description Database port. The value is an integer ranging from 1 to 65535. */
            db_port?: number | string;
            /** @description Database user. */
            db_user?: string;
            /** @description The name of an RDS or GaussDB(for MySQL) instance. */
            inst_name?: string;
            /** @description Database IP address. */
            ip?: string;
            /** @description MongoDB HA mode. */
            mongo_ha_mode?: string;
            /** @description SSL certificate password. The certificate file name extension is .p12. */
            ssl_cert_password?: string;
            /** @description The checksum value of the SSL certificate, which is used for backend verification. This parameter is mandatory for secure connection to the source database. */
            ssl_cert_check_sum?: string;
            /** @description SSL certificate content, which is encrypted using Base64. */
            ssl_cert_key?: string;
            /** @description SSL certificate name. */
            ssl_cert_name?: string;
            /** @description Whether SSL is enabled. */
            ssl_link?: string | boolean;
            /** @description For MongoDB 4.0 or later, if the cluster instance cannot obtain the IP address of the sharded node, set source_endpoint to Sharding4.0+. Default value: Sharding4.0+ Enumerated value: - Sharding4.0+ */
            cluster_mode?: string;
        };
        GetTaskDetailsResponseDmqEndpoint: {
            /** @description Database type. Values: - mysql - mongodb - taurus - postgresql */
            db_type?: string;
            /** @description Code of the AZ where the database is located. */
            az_code?: string;
            /** @description Region where the DB instance is located. This parameter is mandatory when the database is a cloud instance, for example, an RDS or GaussDB(for MySQL) instance. */
            region?: string;
            /** @description DB instance ID. This parameter is mandatory when the database is a cloud instance, for example, an RDS or GaussDB(for MySQL) instance. */
            inst_id?: string;
            /** @description ID of the VPC where the database is located. */
            vpc_id?: string;
            /** @description ID of the subnet where the database is located. */
            subnet_id?: string;
            /** @description ID of the security group to which the database belongs. */
            security_group_id?: string;
            /** @description Project ID of an RDS DB instance. */
            project_id?: string;
            /** @description Database password. */
            db_password?: string;
            /** @description Database port. The value is an integer ranging from 1 to 65535. */
            db_port?: number | string;
            /** @description Database user. */
            db_user?: string;
            /** @description The name of an RDS or GaussDB(for MySQL) instance. */
            inst_name?: string;
            /** @description Database IP address. */
            ip?: string;
            /** @description MongoDB HA mode. */
            mongo_ha_mode?: string;
            /** @description SSL certificate password. The certificate file name extension is .p12. */
            ssl_cert_password?: string;
            /** @description The checksum value of the SSL certificate, which is used for backend verification. This parameter is mandatory for secure connection to the source database. */
            ssl_cert_check_sum?: string;
            /** @description SSL certificate content, which is encrypted using Base64. */
            ssl_cert_key?: string;
            /** @description SSL certificate name. */
            ssl_cert_name?: string;
            /** @description Whether SSL is enabled. */
            ssl_link?: string;
            /** @description For MongoDB 4.0 or later, if the cluster instance cannot obtain the IP address of the sharded node, set source_endpoint to Sharding4.0+. Default value: Sharding4.0+ Enumerated value: - Sharding4.0+ */
            cluster_mode?: string;
        };
        StartTasksResponseResults: {
            /** @description Task ID. */
            id?: string;
            /** @description Status Values: - success - failed */
            status?: string;
            /** @description Error code, which is optional and indicates the returned information about the failure status. */
            error_code?: string;
            /** @description Error message, which is optional and indicates the returned information about the failure status. */
            error_msg?: string;
        };
    };
    responses: never;
    parameters: {
        /** @description ID of the project */
        ProjectId: string;
        /** @description ID of the task */
        JobId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export interface operations {
    changePasswords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description List of database passwords to be changed in batches. */
                    jobs: {
                        /** @description Database password. */
                        db_password: string;
                        /**
                         * @description Type. so indicates the source database. ta indicates the destination database. Values: - so - ta
                         * @enum {string}
                         */
                        end_point_type: "so" | "ta";
                        /** @description Task ID. */
                        job_id: string;
                        /** @description Information required for Kerberos authentication. */
                        kerberos?: {
                            /** @description krb5 configuration file. */
                            krb5_conf_file?: string;
                            /** @description Key file. */
                            key_tab_file?: string;
                            /** @description Domain name. */
                            domain_name?: string;
                            /** @description Kerberos user object. */
                            user_principal?: string;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Total number. */
                        count?: number;
                        /** @description List of tasks that are modified in batches. */
                        results?: {
                            /** @description Task ID. */
                            id?: string;
                            /** @description Status Values: - success: The task is successful. - failed: The task fails. */
                            status?: string;
                            /** @description Type. so indicates the source database. ta indicates the destination database. */
                            end_point_type?: string;
                            /** @description Error code, which is optional and indicates the returned information about the failure status. */
                            error_code?: string;
                            /** @description Error message, which is optional and indicates the returned information about the failure status. */
                            error_msg?: string;
                        }[];
                    };
                };
            };
        };
    };
    createComparison: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Task ID. */
                    job_id: string;
                    /**
                     * @description Object-level comparison type. If the value is empty, the object-level comparison is not created. If both object_level_compare_type and data_level_compare_info are left empty, only the created comparison task list is queried. Value: - objects
                     * @enum {string}
                     */
                    object_level_compare_type?: "objects";
                    /** @description Data-level comparison information. If no data-level comparison is created, this parameter does not need to be transferred. If both object_level_compare_type and data_level_compare_info are left empty, only the created comparison task list is queried. */
                    data_level_compare_info?: {
                        /**
                         * @description Only one unfinished data-level comparison task can exist. This field determines how to process unfinished data-level comparison tasks. cancel: Cancel the task and create a new one. keep: Do not create a new task if the previous one is not complete. Values: - cancel - keep
                         * @enum {string}
                         */
                        conflict_policy: "cancel" | "keep";
                        /**
                         * @description Data-level comparison type. lines: indicates row comparison. contents: value comparison. Values: - lines - contents
                         * @enum {string}
                         */
                        compare_type: "lines" | "contents";
                        /**
                         * @description Data-level comparison mode. If the value is empty, the object information needs to be transferred in compare_object_infos or compare_object_infos_with_token. quick_comparison: indicates quick comparison, which can be used only by whitelisted users. Default value: quick_comparison Value: - quick_comparison
                         * @enum {string}
                         */
                        compare_mode?: "quick_comparison";
                        /** @description Start time of a comparison task. If the value is empty, the task is started immediately. */
                        start_time?: string | number;
                        /** @description Data-level comparison object. In non-quick comparison mode, either compare_object_infos or compare_object_infos_with_token must be specified based on the migration scenario. */
                        compare_object_infos?: {
                            /** @description Database name. */
                            db_name: string;
                            /** @description List of table names in the database. */
                            table_name?: string[];
                        }[];
                        /** @description Object for data-level comparison (Cassandra DR only, with token information). In non-quick comparison mode, either compare_object_infos or compare_object_infos_with_token must be specified based on the migration scenario. */
                        compare_object_infos_with_token?: {
                            /** @description Database name. */
                            db_name: string;
                            /** @description List of tables (with tokens) in the database. */
                            table_name_with_token?: {
                                /** @description Table name */
                                table_name: string;
                                /** @description Min token of a table. */
                                min_token?: string;
                                /** @description Max token of a table. */
                                max_token?: string;
                            }[];
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Task ID */
                        job_id?: string;
                        /** @description Result of creating an object-level comparison task. */
                        object_level_compare_create_result?: components["schemas"]["CreateComparisonResponseObjectLevelCompareCreateResult"];
                        /** @description Result of creating a data-level comparison task. */
                        data_level_compare_create_result?: components["schemas"]["CreateComparisonResponseObjectLevelCompareCreateResult"];
                        /** @description Error code, which is optional and indicates the returned information about the failure status. */
                        error_code?: string;
                        /** @description Error message, which is optional and indicates the returned information about the failure status. */
                        error_msg?: string;
                    };
                };
            };
        };
    };
    createTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Request body for creating tasks. */
                    jobs: {
                        /** @description The task name. The task name can be 4 to 50 characters in length. It is case-insensitive and can contain only letters, digits, hyphens (-), and underscores (_). - Minimum length: 4 characters - Maximum length: 50 characters */
                        name: string;
                        /**
                         * @description Migration scenario. Values: - migration: real-time migration. - sync: real-time synchronization. - cloudDataGuard: real-time disaster recovery.
                         * @enum {string}
                         */
                        db_use_type: "migration" | "sync" | "cloudDataGuard";
                        /**
                         * @description Engine type of a DRS task. Values: - mysql: used for migration and synchronization from MySQL to MySQL - mongodb: used for migration from MongoDB to DDS - cloudDataGuard-mysql: used for DR from MySQL to MySQL - mysql-to-taurus: used for synchronization from MySQL to GaussDB(for MySQL) primary/standby - postgresql: used for synchronization from PostgreSQL to PostgreSQL
                         * @example mysql
                         * @example mongodb
                         * @example cloudDataGuard-mysql
                         * @example mysql-to-taurus
                         * @example postgresql
                         */
                        engine_type: string;
                        /**
                         * @description Task direction. Values: - up: to-the-cloud scenarios and the current cloud is the standby cloud in the DR. - down: out-of-cloud scenarios and the current cloud is the active cloud in the DR. - non-dbs: self-built databases.
                         * @enum {string}
                         */
                        job_direction: "up" | "down" | "non-dbs";
                        /** @description Whether to bind an EIP. This parameter is mandatory and set to true when the network type is EIP. */
                        bind_eip?: boolean;
                        /** @description The ID of the subnet where the DRS instance resides, which corresponds to the network ID of the subnet created in the VPC of the destination database. The value is in UUID format. */
                        customize_sutnet_id: string;
                        /** @description Whether the destination DB instance can be read-only. This parameter is valid only when the destination DB instance is a MySQL DB instance and the job_direction value is up. In the DR scenario, this parameter is mandatory and set to true if the current cloud is a standby cloud. If this parameter is not specified, the default value is true. */
                        is_target_readonly?: boolean;
                        /**
                         * @description Network type. Value: - vpn - vpc - eip The VPC network cannot be selected in the DR scenario.
                         * @enum {string}
                         */
                        net_type: "vpn" | "vpc" | "eip";
                        /**
                         * @description The flavor type. Value: - high
                         * @example high
                         */
                        node_type: string;
                        /** @description The number of nodes. For a MongoDB database, this parameter indicates the number of source shards. This parameter is mandatory when the source database is a cluster. The value ranges from 1 to 32. The default value is 2 for MySQL dual-active DR. */
                        node_num?: number | string;
                        /** @description The source database information. */
                        source_endpoint: components["schemas"]["CreateTasksRequestSourceEndpoint"];
                        /** @description The destination database information. */
                        target_endpoint: components["schemas"]["CreateTasksRequestSourceEndpoint"];
                        /**
                         * @description Task mode. The default value is FULL_INCR_TRANS. Values: - FULL_TRANS: full migration - FULL_INCR_TRANS: full+incremental migration - INCR_TRANS: incremental migration In the single-active DR scenario, only FULL_INCR_TRANS is available.
                         * @enum {string}
                         */
                        task_type: "FULL_TRANS" | "FULL_INCR_TRANS" | "INCR_TRANS";
                        /** @description Tag information. Up to 20 tags can be added. */
                        tags?: components["schemas"]["CreateTasksRequestTags"][];
                        /** @description Task description. The task description can contain a maximum of 256 characters and cannot contain the following special characters: !<>'&" */
                        description?: string;
                        /** @description - This parameter is mandatory when db_use_type is set to cloudDataGuard. If the DR type is dual-active, the value of multi_write is true. Otherwise, the value is false. - If db_use_type is set to other values, multi_write is optional. Default value: false */
                        multi_write?: boolean;
                        /** @description Enterprise project. If this parameter is not specified, the value is default. The key must be _sys_enterprise_project_id, and the value is the enterprise project ID. Only one enterprise project can be selected. */
                        sys_tags?: components["schemas"]["CreateTasksRequestSysTags"][];
                        /** @description After a task is in the abnormal status for a period of time, the task is automatically stopped. The unit is day. The value ranges from 14 to 100. If this parameter is not transferred, the default value is 14. */
                        expired_days?: string | number;
                        /** @description AZ where the primary task is located. You can obtain the value by calling the API for querying AZs where flavors are not sold out. - This parameter takes effect when both master_az and slave_az are specified. - MySQL are supported. */
                        master_az?: string;
                        /** @description AZ where the standby task is located. You can obtain the value by calling the API for querying AZs where flavors are not sold out. - This parameter takes effect when both master_az and slave_az are specified. - MySQL are supported. */
                        slave_az?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The response body for creating tasks in batches. */
                        results?: {
                            /** @description Task ID. */
                            id?: string;
                            /** @description Subtask ID set. This parameter is returned when there are subtasks. */
                            child_ids?: string[];
                            /** @description Task name. */
                            name?: string;
                            /** @description Task status. */
                            status?: string;
                            /** @description Creation time (timestamp). */
                            create_time?: string;
                            /** @description Error code, which is optional and indicates the returned information about the failure status. */
                            error_code?: string;
                            /** @description Error message, which is optional and indicates the returned information about the failure status. */
                            error_msg?: string;
                        }[];
                        /** @description Total number of records. */
                        count?: number;
                    };
                };
            };
        };
    };
    modifyParameters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the task */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Parameter Groups Values: - common - performance
                     * @enum {string}
                     */
                    group: "common" | "performance";
                    /** @description Information about the parameters to be modified. */
                    params: {
                        /** @description Database parameter name. */
                        key: string;
                        /** @description Parameter value of the destination database. */
                        target_value: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether the parameters are modified. */
                        success?: boolean;
                        /** @description Whether the instance needs to be restarted. Values: - true - false */
                        should_restart?: string;
                        /** @description Error code, which is optional and indicates the returned information about the failure status. */
                        error_code?: string;
                        /** @description Error message, which is optional and indicates the returned information about the failure status. */
                        error_msg?: string;
                    };
                };
            };
        };
    };
    modifyTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Request body for modifying tasks. */
                    jobs: {
                        /** @description Task ID. */
                        job_id: string;
                        /** @description Task description. This parameter is mandatory when you modify the task description. Minimum length: 0 character Maximum length: 256 */
                        description?: string;
                        /** @description Task name. Set this parameter when you need to change the task name. */
                        name?: string;
                        /** @description Set exception notification. */
                        alarm_notify?: {
                            /** @description Subscription delay, in seconds. - Minimum value: 1 - Maximum value: 3600 - Default value: 0 */
                            delay_time?: number;
                            /** @description Recovery Time Objective (RTO) delay, in seconds. - Minimum value: 1 - Maximum value: 3600 - Default value: 0 */
                            rto_delay?: number;
                            /** @description Recovery Point Objective (RPO) delay, in seconds. - Minimum value: 1 - Maximum value: 3600 - Default value: 0 */
                            rpo_delay?: number;
                            /** @description Whether to notify users of alarms. The default value is false. */
                            alarm_to_user?: boolean;
                            /** @description Receiving method and message body. Up to two receiving modes and message bodies are supported. */
                            subscriptions?: {
                                /** @description List of mobile numbers or email addresses. Use commas (,) to separate multiple mobile numbers or email addresses. Up to 10 mobile numbers or email addresses are supported. */
                                endpoints?: string[];
                                /**
                                 * @description Receiving method. Values: - sms: SMS message - email: email.
                                 * @enum {string}
                                 */
                                protocol?: "sms" | "email";
                            }[];
                        };
                        /**
                         * @description Task mode. Values: - FULL_TRANS: full migration - INCR_TRANS: incremental migration - FULL_INCR_TRANS: full+incremental migration
                         * @enum {string}
                         */
                        task_type?: "FULL_TRANS" | "INCR_TRANS" | "FULL_INCR_TRANS";
                        /** @description Source database information. This parameter is mandatory for calling the API after the connection test. */
                        source_endpoint?: components["schemas"]["ModifyTasksRequestSourceEndpoint"];
                        /** @description Destination database information. This parameter is mandatory for calling the API after the connection test. */
                        target_endpoint?: components["schemas"]["ModifyTasksRequestSourceEndpoint"];
                        /**
                         * @description Node specification type. This parameter is mandatory when this API is invoked to modify a task after the connection test. Default value: high Values: - high
                         * @example high
                         */
                        node_type?: string;
                        /**
                         * @description Engine type of a DRS task. This parameter is mandatory when this API is invoked to modify a task after the connection test. Values: - mysql: used for migration and synchronization from MySQL to MySQL - mongodb: used for migration from MongoDB to DDS - cloudDataGuard-mysql: used for DR from MySQL to MySQL - mysql-to-taurus: used for synchronization from MySQL to GaussDB(for MySQL) primary/standby - postgresql: used for synchronization from PostgreSQL to PostgreSQL
                         * @example mysql
                         * @example mongodb
                         * @example cloudDataGuard-mysql
                         * @example mysql-to-taurus
                         * @example postgresql
                         */
                        engine_type?: string;
                        /**
                         * @description Network type. This parameter is mandatory after the connection test. Values: - vpn - vpc - eip
                         * @enum {string}
                         */
                        net_type?: "vpn" | "vpc" | "eip";
                        /** @description Whether to save the database information. This parameter is mandatory when the API is called after the connection test. */
                        store_db_info?: boolean;
                        /** @description Whether the task is a rebuilding task. */
                        is_recreate?: boolean;
                        /**
                         * @description Task direction. Values: - up: to-the-cloud scenarios and the current cloud is the standby cloud in the DR. - down: out-of-cloud scenarios and the current cloud is the active cloud in the DR. - non-dbs: self-built databases.
                         * @enum {string}
                         */
                        job_direction?: "up" | "down" | "non-dbs";
                        /** @description Whether the destination DB instance can be read-only. */
                        is_target_readonly?: boolean;
                        /** @description Whether to migrate all Definers to the user. MySQL databases support this setting. This parameter is mandatory when this API is invoked to modify a task after the connection test. Values: - true: The Definers of all source database objects will be migrated to the user. Other users do not have permissions on database objects unless they are authorized. - false: The Definers of all source database objects will not be changed. You need to migrate all accounts and permissions of the source database in the next step. */
                        replace_definer?: boolean;
                        /** @description Specifies the tag information. */
                        tags?: {
                            /** @description Tag key. The value can contain a maximum of 36 characters, including letters, digits, underscores (_), and hyphens (-). Set this parameter when you need to modify a tag. */
                            key?: string;
                            /** @description Tag value. The value can contain a maximum of 43 characters, including letters, digits, underscores (_), and hyphens (-). Set this parameter when you need to modify a tag. */
                            value?: string;
                        }[];
                        /**
                         * @description Migration type. Values: - migration: real-time migration. - sync: real-time synchronization. - cloudDataGuard: real-time disaster recovery.
                         * @enum {string}
                         */
                        db_use_type?: "migration" | "sync" | "cloudDataGuard";
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModifyTasksResponse"];
                };
            };
        };
    };
    getParameters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Request body for querying tasks in batches. */
                    jobs: string[];
                    /** @description Whether to obtain database parameters again. 1 indicates yes, and 0 indicates no (obtaining parameters from the cache). Set this parameter to 1 when this API is called for the first time. */
                    refresh: string | number;
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Response body for querying database parameters. */
                        params_list?: {
                            /** @description Data parameter information body. */
                            params?: {
                                /** @description Parameter comparison result. Values: - true - false */
                                compare_result?: string;
                                /** @description Type */
                                data_type?: string | null;
                                /** @description Metric Type Values: - common: common parameter. - performance: performance parameter. */
                                group?: string;
                                /** @description Parameter name */
                                key?: string;
                                /** @description Whether the instance needs to be restarted. Values: - true - false */
                                need_restart?: string;
                                /** @description Source database parameter value. */
                                source_value?: string;
                                /** @description Parameter value of the destination database. */
                                target_value?: string;
                                /** @description Value Range */
                                value_range?: string;
                                /** @description Error code, which is optional and indicates the returned information about the failure status. */
                                error_code?: string;
                                /** @description Error message, which is optional and indicates the returned information about the failure status. */
                                error_message?: string;
                            }[];
                        }[];
                        /** @description Total number. */
                        count?: number;
                    };
                };
            };
        };
    };
    pauseTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The value cannot contain empty objects. The value of job_id must comply with the UUID rule. */
                    jobs: {
                        /** @description Task ID. */
                        job_id: string;
                        /**
                         * @description Pause type. target: Stop replay. all: Stop log capturing and replay. Values: - target - all
                         * @enum {string}
                         */
                        pause_mode: "target" | "all";
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description List of tasks to be suspended in batches. */
                        results?: {
                            /** @description Task ID. */
                            id?: string;
                            /** @description Pause result. */
                            status?: string;
                            /** @description Error code, which is optional and indicates the returned information about the failure status. */
                            error_code?: string;
                            /** @description Error message, which is optional and indicates the returned information about the failure status. */
                            error_msg?: string;
                        }[];
                        /** @description Total number. */
                        count?: number;
                    };
                };
            };
        };
    };
    precheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The list of batch pre-check requests. */
                    jobs: {
                        /** @description Task ID. */
                        job_id: string;
                        /**
                         * @description Pre-check mode. Value: - forStartJob
                         * @enum {string}
                         */
                        precheck_mode: "forStartJob";
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Pre-check response body. */
                        results?: {
                            /** @description Task ID. */
                            id?: string;
                            /** @description Pre-check ID. */
                            precheck_id?: string;
                            /** @description Success or failure status. Values: - success - failed */
                            status?: string;
                            /** @description Error code, which is optional and indicates the returned information about the failure status. */
                            error_code?: string;
                            /** @description Error message, which is optional and indicates the returned information about the failure status. */
                            error_msg?: string;
                        }[];
                        /** @description Total number. */
                        count?: number;
                    };
                };
            };
        };
    };
    getComparison: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Task ID */
                    job_id: string;
                    /** @description ID of the object-level comparison task that requests the query result. The value can be obtained from the returned parameters in Creating a Comparison Task. */
                    object_level_compare_id?: string;
                    /** @description ID of the row comparison task that requests the query result. The value can be obtained from the returned parameters in Creating a Comparison Task. */
                    line_compare_id?: string;
                    /** @description ID of the value comparison task that requests the query result. The value can be obtained from the returned parameters in Creating a Comparison Task. */
                    content_compare_id?: string;
                    /** @description Current page number for pagination query, which is valid for the query result of comparison tasks. */
                    current_page: number;
                    /** @description Number of records on each page. This parameter is valid only for query results of comparison tasks. */
                    per_page: number;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Task ID */
                        job_id?: string;
                        /** @description Object-level comparison result. */
                        object_level_compare_results?: {
                            /** @description ID of an object-level comparison task. */
                            compare_task_id?: string;
                            /** @description Overview of object comparison results. */
                            object_compare_overview?: {
                                /** @description Object type. Values: - DB-database - TABLE-table - VIEW-view - EVENT-event - ROUTINE - stored procedure and function - INDEX: index - TRIGGER: trigger - SYNONYM - synonym - FUNCTION-function - PROCEDURE: stored procedure - TYPE: user-defined type - RULE-rule - DEFAULT_TYPE: default value - PLAN_GUIDE-execution plan - CONSTRAINT-constraint - FILE_GROUP-file group - PARTITION_FUNCTION-partition function - PARTITION_SCHEME-partition scheme - TABLE_COLLATION-table sorting rule - EXTENSIONS - Plugin */
                                object_type?: string;
                                /** @description Comparison result. Values: - CONSISTENT: consistent - INCONSISTENT: inconsistent - COMPARING: The comparison is in progress - WAITING_FOR_COMPARISON: waiting for comparison - FAILED_TO_COMPARE: comparison failure - TARGET_DB_NOT_EXIT-Destination database does not exist - CAN_NOT_COMPARE-Cannot be compared */
                                object_compare_result?: string;
                                /** @description Number of objects of this type in the destination database. */
                                target_count?: number;
                                /** @description Number of objects of this type in the source database. */
                                source_count?: number;
                                /** @description Number of differences between the source and destination databases. */
                                diff_count?: number;
                            }[];
                            /** @description Object comparison result details. The key value is the object type in the object comparison result overview. */
                            object_compare_details?: {
                                [key: string]: {
                                    /** @description Source database name. */
                                    source_db_name?: string;
                                    /** @description Destination database name. */
                                    target_db_name?: string;
                                    /** @description Value in the source database. */
                                    source_db_value?: string;
                                    /** @description Value in the destination database. */
                                    target_db_value?: string;
                                    /** @description Error message. */
                                    error_message?: string;
                                }[];
                            };
                            /** @description Error code, which is optional and indicates the returned information about the failure status. */
                            error_code?: string;
                            /** @description Error message, which is optional and indicates the returned information about the failure status. */
                            error_msg?: string;
                        };
                        /** @description Row comparison result. */
                        line_compare_results?: {
                            /** @description ID of a row comparison task. */
                            compare_task_id?: string;
                            /** @description Row comparison result overview. */
                            line_compare_overview?: {
                                /** @description Source database name. */
                                source_db_name?: string;
                                /** @description Destination database name. */
                                target_db_name?: string;
                                /** @description Comparison result. Values: - CONSISTENT: consistent - INCONSISTENT: inconsistent - COMPARING: The comparison is in progress - WAITING_FOR_COMPARISON: waiting for comparison - FAILED_TO_COMPARE: comparison failure - TARGET_DB_NOT_EXIT-Destination database does not exist - CAN_NOT_COMPARE-Cannot be compared */
                                line_compare_result?: string;
                            }[];
                            /** @description Row comparison result overview. */
                            line_compare_overview_count?: number;
                            /** @description Row comparison result details. */
                            line_compare_details?: {
                                /** @description Source database name. */
                                source_db_name?: string;
                                /** @description Row comparison details of the tables in the database. */
                                line_compare_detail?: {
                                    /** @description Table name of the source database. */
                                    source_table_name?: string;
                                    /** @description Table name of the destination database. */
                                    target_table_name?: string;
                                    /** @description Number of table rows in the source database. */
                                    source_row_num?: number;
                                    /** @description Number of table rows in the destination database. */
                                    target_row_num?: number;
                                    /** @description Difference between the tables in the source and destination databases. */
                                    diff_row_num?: number;
                                    /** @description Comparison result. Values: - CONSISTENT: consistent - INCONSISTENT: inconsistent - COMPARING: The comparison is in progress - WAITING_FOR_COMPARISON: waiting for comparison - FAILED_TO_COMPARE: comparison failure - TARGET_DB_NOT_EXIT-Destination database does not exist - CAN_NOT_COMPARE-Cannot be compared */
                                    line_compare_result?: string;
                                    /** @description Additional information. */
                                    message?: string;
                                }[];
                                /** @description Total number of row comparison results in the database. */
                                line_compare_detail_count?: number;
                            }[];
                            /** @description Error code, which is optional and indicates the returned information about the failure status. */
                            error_code?: string;
                            /** @description Error message, which is optional and indicates the returned information about the failure status. */
                            error_msg?: string;
                        };
                        /** @description Value comparison result. */
                        content_compare_results?: {
                            /** @description ID of a value comparison task. */
                            compare_task_id?: string;
                            /** @description Content comparison result overview. */
                            content_compare_overview?: {
                                /** @description Source database name. */
                                source_db_name?: string;
                                /** @description Destination database name. */
                                target_db_name?: string;
                                /** @description Comparison result. Values: - CONSISTENT: consistent - INCONSISTENT: inconsistent - COMPARING: The comparison is in progress - WAITING_FOR_COMPARISON: waiting for comparison - FAILED_TO_COMPARE: comparison failure - TARGET_DB_NOT_EXIT-Destination database does not exist - CAN_NOT_COMPARE-Cannot be compared */
                                content_compare_result?: string;
                            }[];
                            /** @description Total number of value comparison results. */
                            content_compare_overview_count?: number;
                            /** @description Value comparison result details. */
                            content_compare_details?: {
                                /** @description Source database name. */
                                source_db_name?: string;
                                /** @description Value comparison details of the tables in the database. */
                                content_compare_detail?: components["schemas"]["GetComparisonResponseContentCompareDetail"][];
                                /** @description Total number of value comparison results. */
                                content_compare_detail_count?: number;
                                /** @description Value comparison details of tables in the database (tables that cannot be compared). */
                                content_uncompare_detail?: components["schemas"]["GetComparisonResponseContentCompareDetail"][];
                                /** @description Total number of value comparison results (tables that cannot be compared). */
                                content_uncompare_detail_count?: number;
                            }[];
                            /** @description The value comparison results are different. */
                            content_compare_diffs?: {
                                /** @description Source database name. */
                                source_db_name?: string;
                                /** @description Table name of the source database. */
                                source_table_name?: string;
                                /** @description The value comparison results are different. */
                                content_compare_diff?: {
                                    /** @description Query the SQL statements of the destination database. */
                                    target_select_sql?: string;
                                    /** @description Query the SQL statements of the source database. */
                                    source_select_sql?: string;
                                    /** @description Key value list of the source database. */
                                    source_key_value?: string[];
                                    /** @description Key value list of the destination database. */
                                    target_key_value?: string[];
                                }[];
                                /** @description Total number of differences in the value comparison result. */
                                content_compare_diff_count?: number;
                            }[];
                            /** @description Error code, which is optional and indicates the returned information about the failure status. */
                            error_code?: string;
                            /** @description Error message, which is optional and indicates the returned information about the failure status. */
                            error_msg?: string;
                        };
                        /** @description List of comparison tasks. */
                        compare_task_list_results?: {
                            /** @description List of comparison tasks. */
                            compare_task_list?: {
                                /** @description ID of a comparison task. */
                                compare_task_id?: string;
                                /** @description Type of a comparison task. */
                                compare_type?: string;
                                /** @description Status of a comparison task. Values: - RUNNING: The instance is running. - WAITING_FOR_RUNNING: waiting to be started - SUCCESSFUL: complete - FAILED: The migration task failed. - CANCELLED: canceled - TIMEOUT_INTERRUPT: timeout interrupt - FULL_DOING: Full verification is in progress - INCRE_DOING: incremental verification in progress */
                                compare_task_status?: string;
                                /** @description Comparison start time */
                                create_time?: string;
                                /** @description Comparison end time */
                                end_time?: string;
                            }[];
                            /** @description Total number of comparison tasks. */
                            compare_task_list_count?: number;
                            /** @description Error message, which is optional and indicates the returned information about the failure status. */
                            error_msg?: string;
                            /** @description Error code, which is optional and indicates the returned information about the failure status. */
                            error_code?: string;
                        };
                        /** @description Error code, which is optional and indicates the returned information about the failure status. */
                        error_code?: string;
                        /** @description Error message, which is optional and indicates the returned information about the failure status. */
                        error_msg?: string;
                    };
                };
            };
        };
    };
    getPrecheckResults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Request for querying pre-check results in batches. The value cannot be empty. The values must comply with the UUID rule. The task ID must be unique. */
                    jobs: string[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Response body set for querying pre-check results in batches. */
                        results?: {
                            /** @description ID of the task for querying the pre-check result. */
                            precheck_id?: string;
                            /** @description Whether the pre-check items are passed. true: indicates that the pre-check is passed. The task can be started only after the pre-check is passed. */
                            result?: boolean;
                            /** @description Pre-check progress, in percentage. */
                            process?: string;
                            /** @description Percentage of passed pre-checks. */
                            total_passed_rate?: string;
                            /** @description RDS DB instance ID. */
                            rds_instance_id?: string;
                            /** @description Task direction. Values: - up: to-the-cloud scenarios and the current cloud is the standby cloud in the DR. - down: out-of-cloud scenarios and the current cloud is the active cloud in the DR. - non-dbs: self-built databases. */
                            job_direction?: string;
                            /** @description Pre-check results. */
                            precheck_result?: {
                                /** @description Check item. */
                                item?: string;
                                /** @description Check results. Values: - PASSED - ALARM - FAILED */
                                result?: string;
                                /** @description Failure cause. */
                                failed_reason?: string;
                                /** @description Encrypted data. */
                                data?: string;
                                /** @description Row error message. */
                                raw_error_msg?: string;
                                /** @description Check item group. */
                                group?: string;
                                /** @description Information about failed subtasks. */
                                failed_sub_jobs?: {
                                    /** @description ID of the subtask that fails to pass the pre-check. */
                                    id?: string;
                                    /** @description The name of the subtask that fails to pass the pre-check. */
                                    name?: string;
                                    /** @description Check results. */
                                    check_result?: string;
                                }[];
                            }[];
                            /** @description Error message, which is optional and indicates the returned information about the failure status. */
                            error_msg?: string;
                            /** @description Error code, which is optional and indicates the returned information about the failure status. */
                            error_code?: string;
                        }[];
                        /** @description Total number of records. */
                        count?: number;
                    };
                };
            };
        };
    };
    getTaskDetails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GetTaskDetailsRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Number of tasks. */
                        count?: number;
                        /** @description Task details. */
                        results?: {
                            /** @description Task ID. */
                            id?: string;
                            /** @description Parent task ID. */
                            parent_id?: string;
                            /** @description Task name. */
                            name?: string;
                            /** @description Task status. Values: - CREATING: The task is being created. - CREATE_FAILED: The task fails to be created. - CONFIGURATION: The task is being configured. - STARTJOBING: The task is being started. - WAITING_FOR_START: The task is waiting to be started. - START_JOB_FAILED: The task fails to be started. - FULL_TRANSFER_STARTED: Full migration is in progress, and the DR scenario is initialized. - FULL_TRANSFER_FAILED: Full migration failed. Initialization failed in the DR scenario. - FULL_TRANSFER_COMPLETE: Full migration is complete, and the initialization is complete in the DR scenario. - INCRE_TRANSFER_STARTED: Incremental migration is being performed, and the DR task is in progress. - INCRE_TRANSFER_FAILED: Incremental migration fails and a DR exception occurs. - RELEASE_RESOURCE_STARTED: The task is being stopped. - RELEASE_RESOURCE_FAILED: Stop task failed. - RELEASE_RESOURCE_COMPLETE: The task is stopped. - CHANGE_JOB_STARTED: The task is being changed. - CHANGE_JOB_FAILED: Change task failed. - CHILD_TRANSFER_STARTING: The subtask is being started. - CHILD_TRANSFER_STARTED: The subtask is being migrated. - CHILD_TRANSFER_COMPLETE: The subtask migration is complete. - CHILD_TRANSFER_FAILED: Migrate subtask failed. - RELEASE_CHILD_TRANSFER_STARTED: The subtask is being stopped. - RELEASE_CHILD_TRANSFER_COMPLETE: The subtask is complete. */
                            status?: string;
                            /** @description Description. */
                            description?: string;
                            /** @description Creation time, in timestamp format. */
                            create_time?: string;
                            /** @description Task mode. Values: - FULL_TRANS: full migration - INCR_TRANS: incremental migration - FULL_INCR_TRANS: full+incremental migration */
                            task_type?: string;
                            /** @description Source database information. */
                            source_endpoint?: components["schemas"]["GetTaskDetailsResponseSourceEndpoint"];
                            /** @description DMQ information body. */
                            dmq_endpoint?: components["schemas"]["GetTaskDetailsResponseDmqEndpoint"];
                            /** @description Information about the physical source database. */
                            source_sharding?: components["schemas"]["GetTaskDetailsResponseDmqEndpoint"][];
                            /** @description Information body of the destination database. */
                            target_endpoint?: components["schemas"]["GetTaskDetailsResponseSourceEndpoint"];
                            /** @description Network type. Values: - vpn - vpc - eip */
                            net_type?: string;
                            /** @description Failure cause. */
                            failed_reason?: string;
                            /** @description Replication instance information. */
                            inst_info?: {
                                /** @description Engine type of a DRS task. Values: - mysql: used for migration and synchronization from MySQL to MySQL - mongodb: used for migration from MongoDB to DDS - cloudDataGuard-mysql: used for DR from MySQL to MySQL - mysql-to-taurus: used for synchronization from MySQL to GaussDB(for MySQL) primary/standby - postgresql: used for synchronization from PostgreSQL to PostgreSQL */
                                engine_type?: string;
                                /** @description DB instance type. Values: - high */
                                inst_type?: string;
                                /** @description Private IP address of the replication instance. */
                                ip?: string;
                                /** @description EIP of the replication instance. */
                                public_ip?: string;
                                /** @description Scheduled start time of a replication instance task. */
                                start_time?: number | string;
                                /** @description Replication instance status. Values: - active - deleted */
                                status?: string;
                                /** @description Storage space of a replication instance. */
                                volume_size?: number;
                            };
                            /** @description Start time, in timestamp format. */
                            actual_start_time?: string;
                            /** @description Full migration completion time, in timestamp format. */
                            full_transfer_complete_time?: string;
                            /** @description Update time, in timestamp format. */
                            update_time?: string;
                            /** @description Task direction. Values: - up: The current cloud is the standby cloud in the DR and to-the-cloud scenarios. - down: The current cloud is the active cloud in the DR and out-of-cloud scenarios. - non-dbs: self-built databases. */
                            job_direction?: string;
                            /** @description Migration scenario Values: - migration: real-time migration. - sync: real-time synchronization. - cloudDataGuard: real-time disaster recovery. */
                            db_use_type?: string;
                            /** @description Whether the instance needs to be restarted. */
                            need_restart?: boolean;
                            /** @description Whether the destination instance is restricted to read-only. */
                            is_target_readonly?: boolean;
                            /** @description Conflict policy. Values: - stop: The conflict fails. - overwrite: Conflicting data is overwritten. - ignore: The conflict is ignored. */
                            conflict_policy?: string;
                            /** @description DDL filtering policy. Values: - drop_database: Filters DDLs. - drop_databasefilter_all: Filters out all DLLs. - "": No filter. */
                            filter_ddl_policy?: string;
                            /** @description Migration speed limit. */
                            speed_limit?: {
                                /** @description Start time of flow control. */
                                begin?: string;
                                /** @description End time of flow control. */
                                end?: string;
                                /** @description Whether the UTC time is used. */
                                is_utc?: boolean;
                                /** @description Flow control */
                                speed?: string | number;
                            }[];
                            /** @description Migration schemes. Values: - Replication: primary/standby replication. - Tungsten: parses logs. - PGBaseBackup: PostgreSQL backup. */
                            schema_type?: string;
                            /** @description The number of nodes. */
                            node_num?: string | number;
                            /** @description Whether to select objects. */
                            object_switch?: boolean;
                            /** @description Main task ID */
                            master_job_id?: string;
                            /** @description Full snapshot mode. */
                            full_mode?: string;
                            /** @description Whether to migrate the structure. */
                            struct_trans?: boolean;
                            /** @description Whether to migrate indexes. */
                            index_trans?: boolean;
                            /** @description Whether to replace the definer with the user of the destination database. */
                            replace_definer?: boolean;
                            /** @description Whether to migrate users. */
                            migrate_user?: boolean;
                            /** @description Whether to perform database-level synchronization. */
                            sync_database?: boolean;
                            /** @description Error code, which is optional and indicates the returned information about the failure status. */
                            error_code?: string;
                            /** @description Error message, which is optional and indicates the returned information about the failure status. */
                            error_message?: string;
                            /** @description Information about the root node database of the destination instance. */
                            target_root_db?: {
                                /** @description Database name. */
                                db_name?: string;
                                /** @description Encoding format */
                                db_encoding?: string;
                            };
                            /** @description AZ where the node is located. */
                            az_code?: string;
                            /** @description VPC to which the node belongs. */
                            vpc_id?: string;
                            /** @description Subnet where the node is located. */
                            subnet_id?: string;
                            /** @description Security group to which the node belongs. */
                            security_group_id?: string;
                            /** @description Whether the task is a multi-active DR task. The value is true when the task is a dual-active DR task. */
                            multi_write?: boolean;
                            /** @description Whether IPv6 is supported */
                            support_ip_v6?: boolean;
                            /** @description Inherited task ID. */
                            inherit_id?: string;
                            /** @description GTID set of breakpoints. */
                            gtid?: string;
                            /** @description Exception notification settings. */
                            alarm_notify?: {
                                /** @description SMN information. */
                                subscriptions?: {
                                    /** @description SMS or email list. */
                                    endpoints?: string[];
                                    /** @description Notification methods. sms: SMS; email: Email. Enumerated value: - sms - email */
                                    protocol?: string;
                                }[];
                                /** @description Topic name. */
                                topic_name?: string;
                                /** @description Subscription delay. */
                                delay_time?: number;
                                /** @description RTO delay. */
                                rto_delay?: number;
                                /** @description RPO delay. */
                                rpo_delay?: number;
                                /** @description Whether to notify users of alarms. */
                                alarm_to_user?: boolean;
                            };
                            /** @description Whether the task is a cross-AZ synchronization task. */
                            is_multi_az?: boolean;
                            /** @description AZ name of the node. */
                            az_name?: string;
                            /** @description Primary AZ of the cross-AZ task. */
                            master_az?: string;
                            /** @description Standby AZ of the cross-AZ task. */
                            slave_az?: string;
                            /** @description Primary/Standby role of a task. */
                            node_role?: string;
                            /** @description Start point of an incremental task. */
                            incre_start_position?: string;
                        }[];
                    };
                };
            };
        };
    };
    getTaskProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Request for querying task progress in batches. */
                    jobs: string[];
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Total number. */
                        count?: number;
                        /** @description Response body for querying the migration progress in batches. */
                        results?: {
                            /** @description Task ID. */
                            job_id?: string;
                            /** @description Migration percentage. */
                            progress?: string;
                            /** @description Incremental migration delay. */
                            incre_trans_delay?: string;
                            /** @description Task mode. Values: - FULL_TRANS: full migration - INCR_TRANS: incremental migration - FULL_INCR_TRANS: full+incremental migration In the single-active DR scenario, only FULL_INCR_TRANS is available. */
                            task_mode?: string;
                            /** @description Task status. */
                            transfer_status?: string;
                            /** @description Migration time in timestamp format. */
                            process_time?: string;
                            /** @description Estimated remaining time. */
                            remaining_time?: string;
                            /** @description Data, structure, and index migration progress information body. */
                            progress_map?: {
                                [key: string]: {
                                    /** @description Progress. */
                                    completed?: string;
                                    /** @description Estimated remaining time. */
                                    remaining_time?: string;
                                };
                            };
                            /** @description Error code, which is optional and indicates the returned information about the failure status. */
                            error_code?: string;
                            /** @description Error message, which is optional and indicates the returned information about the failure status. */
                            error_msg?: string;
                        }[];
                    };
                };
            };
        };
    };
    getTaskStatuses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GetTaskDetailsRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Task status information */
                        results?: {
                            /** @description Task ID. */
                            id?: string;
                            /** @description Task status. Values: - CREATING: The task is being created. - CREATE_FAILED: The task fails to be created. - CONFIGURATION: The task is being configured. - STARTJOBING: The task is being started. - WAITING_FOR_START: The task is waiting to be started. - START_JOB_FAILED: The task fails to be started. - PAUSEING: The task is being paused. - FULL_TRANSFER_STARTED: Full migration is in progress, and the DR scenario is initialized. - FULL_TRANSFER_FAILED: Full migration failed. Initialization failed in the DR scenario. - FULL_TRANSFER_COMPLETE: Full migration is complete, and the initialization is complete in the DR scenario. - INCRE_TRANSFER_STARTED: Incremental migration is being performed, and the DR task is in progress. - INCRE_TRANSFER_FAILED: Incremental migration fails and a DR exception occurs. - RELEASE_RESOURCE_STARTED: The task is being stopped. - RELEASE_RESOURCE_FAILED: Stop task failed. - RELEASE_RESOURCE_COMPLETE: The task is stopped. - CHANGE_JOB_STARTED: The task is being changed. - CHANGE_JOB_FAILED: Change task failed. - CHILD_TRANSFER_STARTING: The subtask is being started. - CHILD_TRANSFER_STARTED: The subtask is being migrated. - CHILD_TRANSFER_COMPLETE: The subtask migration is complete. - CHILD_TRANSFER_FAILED: Migrate subtask failed. - RELEASE_CHILD_TRANSFER_STARTED: The subtask is being stopped. - RELEASE_CHILD_TRANSFER_COMPLETE: The subtask is complete. */
                            status?: string;
                            /** @description Error code, which is optional and indicates the returned information about the failure status. */
                            error_code?: string;
                            /** @description Error message, which is optional and indicates the returned information about the failure status. */
                            error_message?: string;
                        }[];
                        /** @description Number of returned tasks. */
                        count?: number;
                    };
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Current page. Set the value to 0 to obtain all items. Default value: 1 */
                    cur_page: number;
                    /** @description Number of records on each page. - Default value: 10 - Minimum value: 0 - Maximum value: 100 */
                    per_page: number;
                    /**
                     * @description The migration scenario. The value can be migration (real-time migration), sync (real-time synchronization), or cloudDataGuard (real-time disaster recovery). Values: - migration - sync - cloudDataGuard
                     * @enum {string}
                     */
                    db_use_type: "migration" | "sync" | "cloudDataGuard";
                    /**
                     * @description Engine type of a DRS task. Default value: mysql Values: - mysql: used for migration and synchronization from MySQL to MySQL - mongodb: used for migration from MongoDB to DDS - cloudDataGuard-mysql: used for DR from MySQL to MySQL - mysql-to-taurus: used for synchronization from MySQL to GaussDB(for MySQL) primary/standby - postgresql: used for synchronization from PostgreSQL to PostgreSQL
                     * @example mysql
                     * @example mongodb
                     * @example cloudDataGuard-mysql
                     * @example mysql-to-taurus
                     * @example postgresql
                     */
                    engine_type?: string;
                    /** @description Enterprise project. If no value is specified, this parameter is set to null. This parameter cannot be left blank. When enterprise project is enabled, this parameter can be set. */
                    enterprise_project_id?: string;
                    /** @description Name or ID. */
                    name?: string;
                    /**
                     * @description Network type. Values: - vpn - vpc - eip
                     * @enum {string}
                     */
                    net_type?: "vpn" | "vpc" | "eip" | "";
                    /** @description Service name. */
                    service_name?: string;
                    /**
                     * @description Status. The value can be CREATING, CREATE_FAILED, or CONFIGURATION. STARTJOBING: The task is being started. WAITING_FOR_START: The task is waiting to be started. START_JOB_FAILED: The task fails to be started. FULL_TRANSFER_STARTED: Full migration is in progress, and the DR scenario is initialized. FULL_TRANSFER_FAILED: Full migration failed. Initialization failed in the DR scenario. FULL_TRANSFER_COMPLETE: Full migration is complete, and the initialization is complete in the DR scenario. INCRE_TRANSFER_STARTED: Incremental migration is being performed, and the DR task is in progress. INCRE_TRANSFER_FAILED: Incremental migration fails and a DR exception occurs. RELEASE_RESOURCE_STARTED: The task is being stopped. RELEASE_RESOURCE_FAILED: Stop task failed. RELEASE_RESOURCE_COMPLETE: The task is stopped. CHANGE_JOB_STARTED: The task is being changed. CHANGE_JOB_FAILED: Change task failed. CHILD_TRANSFER_STARTING: The subtask is being started. CHILD_TRANSFER_STARTED: The subtask is being migrated. CHILD_TRANSFER_COMPLETE: The subtask migration is complete. CHILD_TRANSFER_FAILED: Migrate subtask failed. RELEASE_CHILD_TRANSFER_STARTED: The subtask is being stopped. RELEASE_CHILD_TRANSFER_COMPLETE: The subtask is complete. Values: - CREATING - CREATE_FAILED - CONFIGURATION - STARTJOBING - WAITING_FOR_START - START_JOB_FAILED - FULL_TRANSFER_STARTED - FULL_TRANSFER_FAILED - FULL_TRANSFER_COMPLETE - INCRE_TRANSFER_STARTED - INCRE_TRANSFER_FAILED - RELEASE_RESOURCE_STARTED - RELEASE_RESOURCE_FAILED - RELEASE_RESOURCE_COMPLETE - CHANGE_JOB_STARTED - CHANGE_JOB_FAILED - CHILD_TRANSFER_STARTING - CHILD_TRANSFER_STARTED - CHILD_TRANSFER_COMPLETE - CHILD_TRANSFER_FAILED - RELEASE_CHILD_TRANSFER_STARTED - RELEASE_CHILD_TRANSFER_COMPLETE
                     * @enum {string}
                     */
                    status?: "CREATING" | "CREATE_FAILED" | "CONFIGURATION" | "STARTJOBING" | "WAITING_FOR_START" | "START_JOB_FAILED" | "FULL_TRANSFER_STARTED" | "FULL_TRANSFER_FAILED" | "FULL_TRANSFER_COMPLETE" | "INCRE_TRANSFER_STARTED" | "INCRE_TRANSFER_FAILED" | "RELEASE_RESOURCE_STARTED" | "RELEASE_RESOURCE_FAILED" | "RELEASE_RESOURCE_COMPLETE" | "CHANGE_JOB_STARTED" | "CHANGE_JOB_FAILED" | "CHILD_TRANSFER_STARTING" | "CHILD_TRANSFER_STARTED" | "CHILD_TRANSFER_COMPLETE" | "CHILD_TRANSFER_FAILED" | "RELEASE_CHILD_TRANSFER_STARTED" | "RELEASE_CHILD_TRANSFER_COMPLETE" | "";
                    /** @description Tags. */
                    tags?: components["schemas"]["CreateTasksRequestTags"][] | {
                        [key: string]: string;
                    };
                } | {
                    /** @description The task name. The task name can be 4 to 50 characters in length. It is case-insensitive and can contain only letters, digits, hyphens (-), and underscores (_). - Minimum length: 4 characters - Maximum length: 50 characters */
                    name: string;
                    /**
                     * @description Migration scenario. Values: - migration: real-time migration. - sync: real-time synchronization. - cloudDataGuard: real-time disaster recovery.
                     * @enum {string}
                     */
                    db_use_type: "migration" | "sync" | "cloudDataGuard";
                    /**
                     * @description Engine type of a DRS task. Values: - mysql: used for migration and synchronization from MySQL to MySQL - mongodb: used for migration from MongoDB to DDS - cloudDataGuard-mysql: used for DR from MySQL to MySQL - mysql-to-taurus: used for synchronization from MySQL to GaussDB(for MySQL) primary/standby - postgresql: used for synchronization from PostgreSQL to PostgreSQL
                     * @example mysql
                     * @example mongodb
                     * @example cloudDataGuard-mysql
                     * @example mysql-to-taurus
                     * @example postgresql
                     */
                    engine_type: string;
                    /**
                     * @description Task direction. Values: - up: to-the-cloud scenarios and the current cloud is the standby cloud in the DR. - down: out-of-cloud scenarios and the current cloud is the active cloud in the DR. - non-dbs: self-built databases.
                     * @enum {string}
                     */
                    job_direction: "up" | "down" | "non-dbs";
                    /** @description Whether to bind an EIP. This parameter is mandatory and set to true when the network type is EIP. */
                    bind_eip?: boolean;
                    /** @description The ID of the subnet where the DRS instance resides, which corresponds to the network ID of the subnet created in the VPC of the destination database. The value is in UUID format. */
                    customize_sutnet_id?: string;
                    /** @description Whether the destination DB instance can be read-only. This parameter is valid only when the destination DB instance is a MySQL DB instance and the job_direction value is up. In the DR scenario, this parameter is mandatory and set to true if the current cloud is a standby cloud. If this parameter is not specified, the default value is true. */
                    is_target_readonly?: boolean;
                    /**
                     * @description Network type. Value: - vpn - vpc - eip The VPC network cannot be selected in the DR scenario.
                     * @enum {string}
                     */
                    net_type: "vpn" | "vpc" | "eip";
                    /**
                     * @description The flavor type. Value: - high
                     * @example high
                     */
                    node_type: string;
                    /** @description The number of nodes. For a MongoDB database, this parameter indicates the number of source shards. This parameter is mandatory when the source database is a cluster. The value ranges from 1 to 32. The default value is 2 for MySQL dual-active DR. */
                    node_num?: number | string;
                    /**
                     * @description Task mode. The default value is FULL_INCR_TRANS. Values: - FULL_TRANS: full migration - FULL_INCR_TRANS: full+incremental migration - INCR_TRANS: incremental migration In the single-active DR scenario, only FULL_INCR_TRANS is available.
                     * @enum {string}
                     */
                    task_type: "FULL_TRANS" | "FULL_INCR_TRANS" | "INCR_TRANS";
                    /** @description Tag information. Up to 20 tags can be added. */
                    tags?: components["schemas"]["CreateTasksRequestTags"][];
                    /** @description Task description. The task description can contain a maximum of 256 characters and cannot contain the following special characters: !<>'&" */
                    description?: string;
                    /** @description - This parameter is mandatory when db_use_type is set to cloudDataGuard. If the DR type is dual-active, the value of multi_write is true. Otherwise, the value is false. - If db_use_type is set to other values, multi_write is optional. Default value: false */
                    multi_write?: boolean;
                    /** @description Enterprise project. If this parameter is not specified, the value is default. The key must be _sys_enterprise_project_id, and the value is the enterprise project ID. Only one enterprise project can be selected. */
                    sys_tags?: components["schemas"]["CreateTasksRequestSysTags"][];
                    /** @description After a task is in the abnormal status for a period of time, the task is automatically stopped. The unit is day. The value ranges from 14 to 100. If this parameter is not transferred, the default value is 14. */
                    expired_days?: string | number;
                    /** @description AZ where the primary task is located. You can obtain the value by calling the API for querying AZs where flavors are not sold out. - This parameter takes effect when both master_az and slave_az are specified. - MySQL are supported. */
                    master_az?: string;
                    /** @description AZ where the standby task is located. You can obtain the value by calling the API for querying AZs where flavors are not sold out. - This parameter takes effect when both master_az and slave_az are specified. - MySQL are supported. */
                    slave_az?: string;
                    /** @description The source database information. */
                    source_Endpoint: components["schemas"]["CreateTasksRequestSourceEndpoint"];
                    /** @description The destination database information. */
                    target_Endpoint: components["schemas"]["CreateTasksRequestSourceEndpoint"];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Total number of tasks */
                        total_record?: number;
                        /** @description Task details. */
                        jobs?: {
                            /** @description Task ID. */
                            id?: string;
                            /** @description Task name. */
                            name?: string;
                            /** @description Task status. Values: - CREATING: The task is being created. - CREATE_FAILED: The task fails to be created. - CONFIGURATION: The task is being configured. - STARTJOBING: The task is being started. - WAITING_FOR_START: The task is waiting to be started. - START_JOB_FAILED: The task fails to be started. - FULL_TRANSFER_STARTED: Full migration is in progress, and the DR scenario is initialized. - FULL_TRANSFER_FAILED: Full migration failed. Initialization failed in the DR scenario. - FULL_TRANSFER_COMPLETE: Full migration is complete, and the initialization is complete in the DR scenario. - INCRE_TRANSFER_STARTED: Incremental migration is being performed, and the DR task is in progress. - INCRE_TRANSFER_FAILED: Incremental migration fails and a DR exception occurs. - RELEASE_RESOURCE_STARTED: The task is being stopped. - RELEASE_RESOURCE_FAILED: Stop task failed. - RELEASE_RESOURCE_COMPLETE: The task is stopped. - CHANGE_JOB_STARTED: The task is being changed. - CHANGE_JOB_FAILED: Change task failed. - CHILD_TRANSFER_STARTING: The subtask is being started. - CHILD_TRANSFER_STARTED: The subtask is being migrated. - CHILD_TRANSFER_COMPLETE: The subtask migration is complete. - CHILD_TRANSFER_FAILED: Migrate subtask failed. - RELEASE_CHILD_TRANSFER_STARTED: The subtask is being stopped. - RELEASE_CHILD_TRANSFER_COMPLETE: The subtask is complete. */
                            status?: string;
                            /** @description Task description. */
                            description?: string;
                            /** @description Time when a task is created */
                            create_time?: string;
                            /** @description Engine type of a DRS task. Values: - mysql: used for migration and synchronization from MySQL to MySQL - mongodb: used for migration from MongoDB to DDS - cloudDataGuard-mysql: used for DR from MySQL to MySQL - mysql-to-taurus: used for synchronization from MySQL to GaussDB(for MySQL) primary/standby - postgresql: used for synchronization from PostgreSQL to PostgreSQL */
                            engine_type?: string;
                            /** @description Network type. Values: - vpn - vpc - eip */
                            net_type?: string;
                            /** @description Billing tag. */
                            billing_tag?: boolean;
                            /** @description Task direction. Values: - up - down */
                            job_direction?: string;
                            /** @description Task scenario. Values: - migration: real-time migration. - sync: real-time synchronization. - cloudDataGuard: real-time disaster recovery. */
                            db_use_type?: string;
                            /** @description Task mode. Values: - FULL_TRANS: full migration - FULL_INCR_TRANS: full+incremental migration - INCR_TRANS: incremental migration */
                            task_type?: string;
                            /** @description Subtask information body. */
                            children?: {
                                /** @description Billing tag. */
                                billing_tag?: boolean;
                                /** @description Time when a task is created */
                                create_time?: string;
                                /** @description Replication scenario. Values: - migration: real-time migration. - sync: real-time synchronization. - cloudDataGuard: real-time disaster recovery. */
                                db_use_type?: string;
                                /** @description Task description. */
                                description?: string;
                                /** @description Engine type of a DRS task. Values: - mysql: used for migration and synchronization from MySQL to MySQL - mongodb: used for migration from MongoDB to DDS - cloudDataGuard-mysql: used for DR from MySQL to MySQL - mysql-to-taurus: used for synchronization from MySQL to GaussDB(for MySQL) primary/standby - postgresql: used for synchronization from PostgreSQL to PostgreSQL */
                                engine_type?: string;
                                /** @description Task failure cause. */
                                error_msg?: string;
                                /** @description Task ID. */
                                id?: string;
                                /** @description Migration direction. Values: - up: The current cloud is the standby cloud in the DR and to-the-cloud scenarios. - down: The current cloud is the active cloud in the DR and out-of-cloud scenarios. - non-dbs: self-built databases. */
                                job_direction?: string;
                                /** @description Task name. */
                                name?: string;
                                /** @description Network type. Values: - vpc - vpn - eip */
                                net_type?: string;
                                /** @description New framework */
                                node_newFramework?: boolean;
                                /** @description Task status. */
                                status?: string;
                                /** @description Task mode. Values: - FULL_TRANS: full migration - FULL_INCR_TRANS: full+incremental migration - INCR_TRANS: incremental migration */
                                task_type?: string;
                            }[];
                            /** @description Whether the framework is a new framework. */
                            node_newFramework?: boolean;
                        }[];
                    };
                };
            };
        };
    };
    retryTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description List of requests for resuming upload tasks in batches. */
                    jobs: {
                        /** @description Task ID. */
                        job_id: string;
                        /** @description This parameter is mandatory when a task is resumed or retried and must be set to true. */
                        is_sync_re_edit?: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description List of tasks that can be resumed in batches. */
                        results?: {
                            /** @description Task ID. */
                            id?: string;
                            /** @description Status */
                            status?: string;
                            /** @description Error code, which is optional and indicates the returned information about the failure status. */
                            error_code?: string;
                            /** @description Error message, which is optional and indicates the returned information about the failure status. */
                            error_msg?: string;
                        }[];
                        /** @description Total number. */
                        count?: number;
                    };
                };
            };
        };
    };
    selectObjects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Request task ID list for updating database objects in batches. */
                    jobs: {
                        /** @description Task ID. */
                        job_id: string;
                        /** @description Whether to select an object. If this parameter is not set, the default value is No. Yes: Customize the objects to be migrated. No: Migrate all VMs. */
                        selected?: boolean;
                        /** @description Whether to perform database-level synchronization. */
                        sync_database?: boolean;
                        /** @description Data object selection information. This parameter is mandatory when selected is set to true. */
                        job?: {
                            /** @description When object_type is set to database, this parameter indicates the database name. If object_type is set to table or view, set the field value by referring to the example. */
                            id?: string;
                            /** @description Database name. This parameter is mandatory when object_type is set to table or view. */
                            parent_id?: string | null;
                            /**
                             * @description Type. Values: - database - table - schema - view
                             * @enum {string}
                             */
                            object_type?: "database" | "table" | "schema" | "view";
                            /** @description Database object name, database name, table name, and view name. */
                            object_name?: string;
                            /** @description Whether to migrate the database objects. true indicates that the database objects will be migrated. false indicates that the database objects will not be migrated. partial indicates some tables in the database will be migrated. If this parameter is not specified, the default value is false. */
                            select?: string;
                            /** @description Alias, which is the new mapped name. */
                            object_alias_name?: string | null;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Total number. */
                        all_counts?: number;
                        /** @description Response list for selecting objects in batches. */
                        results?: {
                            /** @description Task ID. */
                            job_id?: string;
                            /** @description The status that indicates that objects are selected. */
                            status?: boolean;
                            /** @description Error code, which is optional and indicates the returned information about the failure status. */
                            error_code?: string;
                            /** @description Error message, which is optional and indicates the returned information about the failure status. */
                            error_msg?: string;
                        }[];
                    };
                };
            };
        };
    };
    setDefiners: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description List of requests for setting replaceDefiners in batches. */
                    jobs: {
                        /** @description Task ID. */
                        job_id: string;
                        /** @description Whether to replace the definer with the destination database user. */
                        replace_definer: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModifyTasksResponse"];
                };
            };
        };
    };
    setFlowControl: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Speed limit in DR. */
                    speed_limits: {
                        /** @description Task ID. */
                        job_id: string;
                        /** @description Request body of flow control information. */
                        speed_limit: {
                            /** @description Start time (UTC) of flow control. The start time is an integer in hh:mm format and the minutes part is ignored. hh indicates the hour, for example, 01:00. */
                            begin: string;
                            /** @description End time (UTC) in the format of hh:mm, for example, 15:59. The value must end with 59. */
                            end: string;
                            /** @description Speed. The value ranges from 1 to 9,999, in MB/s. */
                            speed: string | number;
                            /** @description Whether the UTC time is used. */
                            is_utc?: boolean;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModifyTasksResponse"];
                };
            };
        };
    };
    startTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Request list for starting tasks in batches. */
                    jobs: {
                        /** @description Task ID. */
                        job_id: string;
                        /** @description Task start time. The timestamp is accurate to milliseconds, for example, 1608188903063. If the value is empty, the task is started immediately. */
                        start_time?: string | number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description List of real-time disaster recovery tasks that are started in batches. */
                        results?: components["schemas"]["StartTasksResponseResults"][];
                        /** @description Total number. */
                        count?: number;
                    };
                };
            };
        };
    };
    stopOrDeleteTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description List of requests for stopping or deleting tasks in batches. */
                    jobs: {
                        /**
                         * @description The value can be terminate, force_terminate, or delete. terminate indicates that the migration task is stopped, force_terminate indicates that the migration task is forcibly stopped, and delete indicates that the migration task is deleted. Values: - terminate - force_terminate - delete
                         * @enum {string}
                         */
                        delete_type: "terminate" | "force_terminate" | "delete";
                        /** @description Task ID. */
                        job_id: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Response body set for stopping or deleting tasks in batches. */
                        results?: components["schemas"]["StartTasksResponseResults"][];
                        /** @description Total number. */
                        count?: number;
                    };
                };
            };
        };
    };
    testConnections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description List of requests for testing connections in batches. */
                    jobs: {
                        /** @description DRS task ID, which can be obtained from the task list or task details page. */
                        id: string;
                        /**
                         * @description Network type. Value: - vpn - vpc - eip
                         * @enum {string}
                         */
                        net_type: "vpn" | "vpc" | "eip";
                        /**
                         * @description Database type. Value: - mysql - mongodb - taurus - postgresql
                         * @example mysql
                         * @example mongodb
                         * @example taurus
                         * @example postgresql
                         */
                        db_type: string;
                        /** @description Database IP address. */
                        ip: string;
                        /** @description Database port number. This parameter must be set to 0 for the MongoDB and DDS databases. */
                        db_port?: number | string;
                        /** @description DB instance ID. This parameter is mandatory when the database is a cloud instance, for example, an RDS or GaussDB(for MySQL) instance. */
                        inst_id?: string;
                        /** @description Database account. */
                        db_user: string;
                        /** @description Database password. */
                        db_password: string;
                        /** @description Whether SSL is enabled. If this parameter is set to true, you need to set parameters related to the SSL certificate. */
                        ssl_link?: boolean;
                        /** @description SSL certificate content, which is a character string encrypted using BASE64 after the SSL certificate is obtained. This parameter is mandatory when ssl_link is set to true. */
                        ssl_cert_key?: string;
                        /** @description SSL certificate name. This parameter is mandatory when ssl_link is set to true. */
                        ssl_cert_name?: string;
                        /** @description The checksum value of the SSL certificate content encrypted using SHA256 after the SSL certificate is obtained, which is used for backend verification. This parameter is mandatory when ssl_link is set to true. */
                        ssl_cert_check_sum?: string;
                        /** @description The SSL certificate password. The certificate file name extension is .p12 and requires a password. */
                        ssl_cert_password?: string;
                        /** @description ID of the VPC where the instance resides. This parameter is mandatory when the database is a cloud instance, for example, an RDS or GaussDB(for MySQL) instance. */
                        vpc_id?: string;
                        /** @description ID of the subnet where the instance resides. This parameter is mandatory when the database is a cloud instance, for example, an RDS or GaussDB(for MySQL) instance. */
                        subnet_id?: string;
                        /**
                         * @description Source database: so. Destination database: ta. Default value: so Values: - so - ta
                         * @enum {string}
                         */
                        end_point_type: "so" | "ta";
                        /** @description Region where the DB instance is located. This parameter is mandatory when the database is a cloud instance, for example, an RDS or GaussDB(for MySQL) instance. */
                        region?: string;
                        /** @description Project ID of the region where the user is located. */
                        project_id?: string;
                        /** @description Database user name, which is the DDS authentication database. */
                        db_name?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Response body set for the batch test connection. */
                        results?: {
                            /** @description Task ID. */
                            id?: string;
                            /** @description Test result. Value: - success: indicates that the connection test is successful. - failed: indicates that the connection test fails. */
                            status?: string;
                            /** @description Error code, which is optional and indicates the returned information about the failure status. */
                            error_code?: string;
                            /** @description Error message, which is optional and indicates the returned information about the failure status. */
                            error_msg?: string;
                            /** @description Whether the request is successful. */
                            success?: boolean;
                        }[];
                        /** @description Total number of records. */
                        count?: number;
                    };
                };
            };
        };
    };
    testClusterConnections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Requests for testing cluster connections in batches. */
                    jobs: {
                        /** @description Specific operation to be performed. */
                        action: string;
                        /** @description Task ID. (In cluster mode, the value is the ID of the parent task.). */
                        job_id: string;
                        /** @description The parameter that corresponds to the operation. */
                        property: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Response body set for the batch test connection. */
                        results?: {
                            /** @description Task ID. */
                            id?: string;
                            /** @description Test result. Value: - true: indicates that the connection test is successful. - false: indicates that the connection test fails. */
                            status?: string;
                            /** @description Error code, which is optional and indicates the returned information about the failure status. */
                            error_code?: string;
                            /** @description Error message, which is optional and indicates the returned information about the failure status. */
                            error_msg?: string;
                            /** @description Whether the request is successful. */
                            success?: boolean;
                        }[];
                        /** @description Total number of records. */
                        count?: number;
                    };
                };
            };
        };
    };
    setSyncPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description List of requests for setting synchronization policies in batches. */
                    jobs: {
                        /** @description Task ID. */
                        job_id: string;
                        /**
                         * @description Conflict policy. Values: - ignore: Ignore the conflict. - overwrite: Overwrite the existing data with the conflicting data. - stop: Report an error.
                         * @example ignore
                         * @example overwrite
                         * @example stop
                         */
                        conflict_policy?: string;
                        /**
                         * @description DDL filtering policy. Values: - drop_database
                         * @example drop_database
                         */
                        filter_ddl_policy?: string;
                        /** @description Whether to synchronize DDL during incremental synchronization. */
                        ddl_trans?: boolean;
                        /** @description Whether to synchronize indexes during incremental synchronization. */
                        index_trans?: boolean;
                        /** @description Replication slot name. */
                        slot_name?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Total number. */
                        count?: number;
                        /** @description List of returned synchronization policies that are configured in batches. */
                        results?: {
                            id?: string;
                            status?: string;
                            error_code?: string;
                            error_msg?: string;
                        }[];
                    };
                };
            };
        };
    };
    switchVip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the task */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Switchover type. Values: - source: Switch over the virtual IP address of the source database. - target: Switch over the virtual IP address of the destination database.
                     * @enum {string}
                     */
                    mode: "source" | "target";
                };
            };
        };
        responses: {
            /** @description Success */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModifyTasksResponseResults"];
                };
            };
        };
    };
    setDataProcessing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Requests for adding data processing rules in batches. */
                    jobs: {
                        /** @description Task ID. */
                        job_id?: string;
                        /** @description Object information. This parameter is mandatory when a processing rule is generated. */
                        object_info?: {
                            /** @description Database name and database table name. For example, the format is lxl_test1-*-*-test_1, where lxl_test1 is the database name and test_1 is the table name. */
                            id?: string;
                            /** @description Whether to select advanced configuration. The value is true. */
                            select?: string;
                            /** @description Level of a processing object. The default value is 0. */
                            leavesNum?: string;
                        }[];
                        /** @description Processing information. */
                        transformation_info: {
                            /**
                             * @description - The processing rule value is contentConditionalFilter. - The configuration rule value is configConditionalFilter. Values: - contentConditionalFilter - configConditionalFilter
                             * @enum {string}
                             */
                            transformation_type: "contentConditionalFilter" | "configConditionalFilter";
                            /** @description Filter criteria. The processing rule value is a SQL statement, and the configuration rule value is config. The value contains a maximum of 256 characters. */
                            value: string;
                        };
                        /** @description - Configuration information. If there are multiple associated tables, generate multiple configuration rules. The data that meets the configuration conditions is temporarily stored in the cache and used in the data filtering scenario. - The database name and table name can contain digits, letters, and underscores (_). - Ensure that the column names, primary keys, and indexes are the same as those in the source database. */
                        config_transformation?: {
                            /** @description *Database-name.Table-name*, for example, lxl_test1.test_1, where lxl_test1 is the database name and test_1 is the table name. */
                            db_table_name: string;
                            /** @description Database name. The value contains a maximum of 256 characters. */
                            db_name: string;
                            /** @description Table name The value contains a maximum of 256 characters. */
                            table_name: string;
                            /** @description Column name The value contains a maximum of 256 characters. */
                            col_names: string;
                            /** @description Primary key or unique index The value contains a maximum of 256 characters. */
                            prim_key_or_index: string;
                            /** @description Index that requires optimization. The value contains a maximum of 256 characters. */
                            indexs: string;
                            /** @description Filtering criteria. The value contains a maximum of 256 characters. */
                            values: string;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Batch data processing response list. */
                        results?: components["schemas"]["StartTasksResponseResults"][];
                        /** @description Total number. */
                        count?: string | number;
                    };
                };
            };
        };
    };
    getSwitchVipStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the project */
                project_id: components["parameters"]["ProjectId"];
                /** @description ID of the task */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Task ID. */
                        id?: string;
                        /** @description Status Values: - SWITCH_VIP_COMPLETE: The switchover is successful. - SWITCH_VIP_FAILED: The switchover failed. - SWITCH_VIP_START: The switchover is in progress. */
                        status?: string;
                        /** @description Error code, which is optional and indicates the returned information about the failure status. */
                        error_code?: string;
                        /** @description Error message, which is optional and indicates the returned information about the failure status. */
                        error_msg?: string;
                    };
                };
            };
        };
    };
}
