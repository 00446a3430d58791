# What of the model speaks in the requests of this benchmark, in Rego. The agreements lie by holder and
# receiver, the consents by client.
package concord

default permit := false

permit if {
	session
	agreement
	not restricted
	every regime in input.regimes {
		regime in bases
	}
}

session if {
	not input.person.is_locked
	input.person.organization in {input.from, input.to}
}

agreement if {
	some grant in data.agreements[input.from][input.to]
	grant.effective <= input.at
	input.at < grant.expires
	input.purpose in grant.purposes
	input.class in grant.classes
	grant.assurance <= input.person.assurance
	input.at < input.person.trained_until
}

restricted if input.to in data.clients[input.client].restricted_to

# 45 CFR 164.506(c).
bases contains "HIPAA" if {
	input.purpose == "treatment"
	"health_provider" in data.organizations[input.to].kinds
}

# 42 CFR 2.31 and 2.33.
bases contains "PART2" if {
	some consent in data.clients[input.client].consents
	consent.from == input.from
	consent.to == input.to
	consent.is_written
	consent.is_complete
	input.purpose in consent.purposes
	consent.signed <= input.at
	input.at < consent.expires
	not consent.is_revoked
}
