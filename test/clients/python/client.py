"""Logs in with openstacksdk as clouds.yaml says, looks around, and calls all operations of DRS.

Usage: client.py <cloud> <steps.json>. Ends with an exception at the first thing that is not as it should be.
"""

import json
import sys

import openstack
from keystoneauth1 import session as keystone_session
from keystoneauth1.identity import v3

AGENCY = {"name": "drs-agency", "account": "OTC-EU-DE-00000000001000000002"}


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


def look_around(connection):
    """Project, catalog, and a list of every service, all by the catalog."""
    session = connection.session
    project = session.get_project_id()
    identity = connection.identity
    names = [found.name for found in identity.projects()]
    expect("eu-de" in names, f"projects: {names}")
    expect(identity.get_project(project).parent_id, "the project has no parent")
    expect(identity.find_project("eu-de").id == project, "the project is not found by name")
    expect([found.id for found in identity.regions()], "no regions")
    catalog = session.get("/auth/catalog", endpoint_filter={"service_type": "identity"}).json()
    expect(any(entry["type"] == "volumev2" for entry in catalog["catalog"]), "no volumev2")
    lists = [
        ("rdsv3", "/instances", "instances"),
        ("ddsv3", "/instances", "instances"),
        ("gaussdb-mysql", "/instances", "instances"),
        ("vpc", "/vpcs", "vpcs"),
        ("vpc", "/subnets", "subnets"),
        ("vpc", "/security-groups", "security_groups"),
        ("eps", "/enterprise-projects", "enterprise_projects"),
    ]
    for service, path, key in lists:
        found = session.get(path, endpoint_filter={"service_type": service}).json()[key]
        expect(len(found) > 1, f"{service}{path} is empty")
    instance = session.get(
        "/instances?id=e05a3679efe241d8b5dee80b17c1a863in01",
        endpoint_filter={"service_type": "rdsv3"},
    ).json()["instances"]
    expect([found["name"] for found in instance] == ["rds-shop"], "RDS by ID")
    expect(list(connection.network.security_groups()), "no security groups of the network API")


def other_logins(connection):
    """A token from a token, a token of the account, an agency, a look at tokens."""
    url = connection.session.auth.auth_url
    token = connection.session.get_token()
    domain = connection.session.auth.get_access(connection.session).user_domain_id
    again = keystone_session.Session(
        auth=v3.Token(url, token=token, project_name="eu-de_migration", project_domain_id=domain)
    )
    expect(again.get_project_id() != connection.session.get_project_id(), "the other project")
    account = keystone_session.Session(auth=v3.Token(url, token=token, domain_id=domain))
    expect(account.auth.get_access(account).domain_scoped, "no token of the account")
    headers = {"X-Auth-Token": token, "X-Subject-Token": token}
    identity = connection.identity
    expect(identity.get("/auth/tokens", headers=headers).status_code == 200, "GET of a token")
    expect(identity.head("/auth/tokens", headers=headers).status_code == 200, "HEAD of a token")
    role = {"domain_name": AGENCY["account"], "xrole_name": AGENCY["name"]}
    body = {
        "auth": {
            "identity": {"methods": ["assume_role"], "assume_role": role},
            "scope": {"project": {"name": "eu-de"}},
        }
    }
    answer = identity.post("/auth/tokens", json=body, headers=headers).json()["token"]
    expect(answer["user"]["name"] == f"{AGENCY['account']}/{AGENCY['name']}", "agency")
    expect(answer["assumed_by"]["user"]["name"] == "drs-operator", "assumed_by")


def fill(value, saved):
    text = json.dumps(value)
    for name, known in saved.items():
        text = text.replace("{" + name + "}", known)
    return json.loads(text)


def call_drs(connection, steps):
    """All operations, at the address that is derived from that of the volumes."""
    volumes = connection.session.get_endpoint(service_type="volumev2")
    base = volumes.replace("evs", "drs").replace("v2", "v3")
    saved = {}
    for step in steps:
        path, body = fill([step["path"], step.get("body")], saved)
        answer = connection.session.request(base + path, step["method"], json=body).json()
        for name, place in step.get("save", {}).items():
            found = answer
            for key in place:
                found = found[key]
            saved[name] = found


def main():
    cloud, steps = sys.argv[1:]
    connection = openstack.connect(cloud=cloud)
    connection.authorize()
    look_around(connection)
    other_logins(connection)
    with open(steps, encoding="utf-8") as file:
        call_drs(connection, json.load(file))
    print("done")


main()
