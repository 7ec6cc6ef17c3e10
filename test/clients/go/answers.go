package main

// The answers of DRS, with the types that the printed examples and the vendor's models have. Decoding is strict about types:
// a number where a text is expected fails.

type result struct {
	ID           string `json:"id"`
	JobID        string `json:"job_id"`
	Name         string `json:"name"`
	CreateTime   string `json:"create_time"`
	ErrorCode    string `json:"error_code"`
	ErrorMsg     string `json:"error_msg"`
	ErrorMessage string `json:"error_message"`
}

// With a status in words, which is most of them.
type batch struct {
	Count   int32 `json:"count"`
	Results []struct {
		result
		Status  string `json:"status"`
		Success bool   `json:"success"`
	} `json:"results"`
}

type objects struct {
	AllCounts int32 `json:"all_counts"`
	Results   []struct {
		result
		Status bool `json:"status"`
	} `json:"results"`
}

type taskList struct {
	TotalRecord int32 `json:"total_record"`
	Jobs        []struct {
		result
		Status     string `json:"status"`
		EngineType string `json:"engine_type"`
		BillingTag bool   `json:"billing_tag"`
	} `json:"jobs"`
}

type endpoint struct {
	DbType    string `json:"db_type"`
	IP        string `json:"ip"`
	DbPort    int32  `json:"db_port"`
	DbUser    string `json:"db_user"`
	Region    string `json:"region"`
	InstID    string `json:"inst_id"`
	InstName  string `json:"inst_name"`
	VpcID     string `json:"vpc_id"`
	ProjectID string `json:"project_id"`
	SslLink   bool   `json:"ssl_link"`
}

type details struct {
	Count   int32 `json:"count"`
	Results []struct {
		result
		Status           string   `json:"status"`
		UpdateTime       string   `json:"update_time"`
		ActualStartTime  string   `json:"actual_start_time"`
		SourceEndpoint   endpoint `json:"source_endpoint"`
		TargetEndpoint   endpoint `json:"target_endpoint"`
		NeedRestart      bool     `json:"need_restart"`
		IsTargetReadonly bool     `json:"is_target_readonly"`
		NodeNum          string   `json:"node_num"`
		InstInfo         struct {
			EngineType string `json:"engine_type"`
			InstType   string `json:"inst_type"`
			IP         string `json:"ip"`
			PublicIP   string `json:"public_ip"`
			StartTime  string `json:"start_time"`
			Status     string `json:"status"`
			VolumeSize int32  `json:"volume_size"`
		} `json:"inst_info"`
	} `json:"results"`
}

type progress struct {
	Count   int32 `json:"count"`
	Results []struct {
		result
		Progress        string `json:"progress"`
		IncreTransDelay string `json:"incre_trans_delay"`
		TransferStatus  string `json:"transfer_status"`
		ProcessTime     string `json:"process_time"`
		RemainingTime   string `json:"remaining_time"`
		ProgressMap     map[string]struct {
			Completed     string `json:"completed"`
			RemainingTime string `json:"remaining_time"`
		} `json:"progress_map"`
	} `json:"results"`
}

type precheck struct {
	Count   int32 `json:"count"`
	Results []struct {
		PrecheckID      string `json:"precheck_id"`
		Result          bool   `json:"result"`
		Process         string `json:"process"`
		TotalPassedRate string `json:"total_passed_rate"`
		Items           []struct {
			Item   string `json:"item"`
			Result string `json:"result"`
		} `json:"precheck_result"`
	} `json:"results"`
}

type parameters struct {
	Count int32 `json:"count"`
	List  []struct {
		Params []struct {
			Key           string `json:"key"`
			CompareResult string `json:"compare_result"`
			NeedRestart   string `json:"need_restart"`
		} `json:"params"`
	} `json:"params_list"`
}

type changedParameters struct {
	Success       bool   `json:"success"`
	ShouldRestart string `json:"should_restart"`
}

type comparisonIDs struct {
	JobID  string `json:"job_id"`
	Object struct {
		ID string `json:"compare_task_id"`
	} `json:"object_level_compare_create_result"`
	Data struct {
		ID string `json:"compare_task_id"`
	} `json:"data_level_compare_create_result"`
}

type comparison struct {
	JobID   string `json:"job_id"`
	Objects struct {
		Details map[string][]struct {
			SourceDbValue string `json:"source_db_value"`
		} `json:"object_compare_details"`
	} `json:"object_level_compare_results"`
	Lines struct {
		Details []struct {
			Rows []struct {
				Table     string `json:"source_table_name"`
				SourceNum int64  `json:"source_row_num"`
			} `json:"line_compare_detail"`
		} `json:"line_compare_details"`
	} `json:"line_compare_results"`
}

type switched struct {
	ID     string `json:"id"`
	Status string `json:"status"`
}

// answerOf gives the type of an operation's answer.
func answerOf(operation string) interface{} {
	switch operation {
	case "listTasks":
		return new(taskList)
	case "getTaskDetails":
		return new(details)
	case "getTaskProgress":
		return new(progress)
	case "getPrecheckResults":
		return new(precheck)
	case "getParameters":
		return new(parameters)
	case "modifyParameters":
		return new(changedParameters)
	case "createComparison":
		return new(comparisonIDs)
	case "getComparison":
		return new(comparison)
	case "selectObjects":
		return new(objects)
	case "switchVip", "getSwitchVipStatus":
		return new(switched)
	default:
		return new(batch)
	}
}

// check looks for what a client would miss although the answer decodes.
func check(operation string, answer interface{}) {
	switch found := answer.(type) {
	case *details:
		info := found.Results[0].InstInfo
		expect(info.IP != "" && info.StartTime == "0", "inst_info")
		expect(found.Results[0].TargetEndpoint.InstName == "rds-shop", "name of the target instance")
	case *comparison:
		expect(len(found.Objects.Details["TABLE"]) > 0, "objects of a comparison")
		expect(len(found.Lines.Details[0].Rows) > 0, "rows of a comparison")
	case *taskList:
		expect(len(found.Jobs) > 0 && found.Jobs[0].CreateTime[4] == '-', "time of the list")
	}
}
