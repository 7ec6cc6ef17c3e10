// Logs in with gophercloud, looks around by the catalog, and calls all operations of DRS with typed answers.
//
// Usage: main <identity address> <steps.json>. Ends with an error at the first thing that is not as it should be.
package main

import (
	"encoding/json"
	"io/ioutil"
	"log"
	"os"
	"strings"

	"github.com/gophercloud/gophercloud"
	"github.com/gophercloud/gophercloud/openstack"
	"github.com/gophercloud/gophercloud/openstack/identity/v3/projects"
	"github.com/gophercloud/gophercloud/openstack/identity/v3/tokens"
)

const (
	account  = "OTC-EU-DE-00000000001000000001"
	password = "Simulator-Passw0rd"
	region   = "eu-de"
)

type step struct {
	Operation string                   `json:"operation"`
	Method    string                   `json:"method"`
	Path      string                   `json:"path"`
	Body      json.RawMessage          `json:"body"`
	Save      map[string][]interface{} `json:"save"`
}

func expect(condition bool, what string) {
	if !condition {
		log.Fatalf("not as expected: %s", what)
	}
}

func must(err error, what string) {
	if err != nil {
		log.Fatalf("%s: %v", what, err)
	}
}

func logIn(url string, scope *gophercloud.AuthScope) *gophercloud.ProviderClient {
	client, err := openstack.AuthenticatedClient(gophercloud.AuthOptions{
		IdentityEndpoint: url,
		Username:         "drs-operator",
		Password:         password,
		DomainName:       account,
		Scope:            scope,
	})
	must(err, "login")
	return client
}

func endpointOf(client *gophercloud.ProviderClient, service string) string {
	url, err := client.EndpointLocator(gophercloud.EndpointOpts{
		Type: service, Region: region, Availability: gophercloud.AvailabilityPublic,
	})
	must(err, "endpoint of "+service)
	return url
}

func list(client *gophercloud.ProviderClient, service, path, key string) {
	var answer map[string]json.RawMessage
	_, err := client.Request("GET", endpointOf(client, service)+path, &gophercloud.RequestOpts{
		JSONResponse: &answer, OkCodes: []int{200},
	})
	must(err, service)
	var found []map[string]interface{}
	must(json.Unmarshal(answer[key], &found), service)
	expect(len(found) > 1, service+path)
}

func lookAround(client *gophercloud.ProviderClient) {
	identity, err := openstack.NewIdentityV3(client, gophercloud.EndpointOpts{})
	must(err, "identity")
	pages, err := projects.List(identity, projects.ListOpts{Name: region}).AllPages()
	must(err, "projects")
	found, err := projects.ExtractProjects(pages)
	must(err, "projects")
	expect(len(found) == 1, "one project of the name")
	one, err := projects.Get(identity, found[0].ID).Extract()
	must(err, "project")
	expect(one.ParentID != "" && one.Enabled, "the project's fields")
	token := tokens.Get(identity, client.Token())
	catalog, err := token.ExtractServiceCatalog()
	must(err, "token")
	expect(len(catalog.Entries) > 5, "the catalog of a token")
	valid, err := tokens.Validate(identity, client.Token())
	must(err, "validation")
	expect(valid, "the token is valid")
	list(client, "rdsv3", "instances", "instances")
	list(client, "ddsv3", "instances", "instances")
	list(client, "vpc", "vpcs", "vpcs")
	list(client, "eps", "enterprise-projects", "enterprise_projects")
}

func fill(text string, saved map[string]string) string {
	for name, known := range saved {
		text = strings.ReplaceAll(text, "{"+name+"}", known)
	}
	return text
}

func remember(step step, raw []byte, saved map[string]string) {
	for name, place := range step.Save {
		var found interface{}
		must(json.Unmarshal(raw, &found), step.Operation)
		for _, key := range place {
			if index, isNumber := key.(float64); isNumber {
				found = found.([]interface{})[int(index)]
			} else {
				found = found.(map[string]interface{})[key.(string)]
			}
		}
		saved[name] = found.(string)
	}
}

// callDrs derives the address from that of the volumes, as gophertelekomcloud does.
func callDrs(client *gophercloud.ProviderClient, steps []step) {
	base := strings.Replace(endpointOf(client, "volumev2"), "evs", "drs", 1)
	base = strings.Replace(base, "v2", "v3", 1)
	saved := map[string]string{}
	for _, step := range steps {
		var raw json.RawMessage
		options := gophercloud.RequestOpts{JSONResponse: &raw, OkCodes: []int{200, 202}}
		if len(step.Body) > 0 {
			options.JSONBody = json.RawMessage(fill(string(step.Body), saved))
		}
		url := base + strings.TrimPrefix(fill(step.Path, saved), "/")
		_, err := client.Request(step.Method, url, &options)
		must(err, step.Operation)
		answer := answerOf(step.Operation)
		must(json.Unmarshal(raw, answer), step.Operation)
		check(step.Operation, answer)
		remember(step, raw, saved)
	}
}

func main() {
	url, file := os.Args[1], os.Args[2]
	content, err := ioutil.ReadFile(file)
	must(err, "steps")
	var steps []step
	must(json.Unmarshal(content, &steps), "steps")
	logIn(url, &gophercloud.AuthScope{DomainName: account})
	client := logIn(url, &gophercloud.AuthScope{ProjectName: region, DomainName: account})
	again, err := openstack.AuthenticatedClient(gophercloud.AuthOptions{
		IdentityEndpoint: url,
		TokenID:          client.Token(),
		Scope:            &gophercloud.AuthScope{ProjectName: "eu-de_migration", DomainName: account},
	})
	must(err, "token from a token")
	expect(again.Token() != client.Token(), "another token")
	lookAround(client)
	callDrs(client, steps)
	log.Print("done")
}
