#!/usr/bin/env python3
"""A second, slow evaluator of disclosure requests, written from the text of the disclosure model and not from the
engine. It reads one JSON object a line, {"world": ..., "request": ...}, and answers each with one JSON object a line:
{"answer", "bases", "withheld", "obligations"}. Standard library only.

The shape of a world is described in README.md. Nothing here is fast: every question walks through all the paper.
"""

import json
import sys

from paper import Consents, Hold, Records, Withhold, covers, given, small_cells

HOUR = 3_600_000_000
LAWS = ["HIPAA", "PART2", "PART2_NOTES", "FERPA", "VAWA", "HMIS", "CJIS", "SNAP", "PRIVACY_ACT", "NONE"]
IDENTIFYING = ("identified", "encoded")
CLOSENESS = {"aggregate": 0, "deidentified": 1, "encoded": 2, "identified": 3}
ASSURANCE = {"password": 0, "second_factor": 1, "phishing_resistant": 2, "fresh_phishing_resistant": 3}


class Case(Consents):
    def __init__(self, world, request):
        self.world, self.request, self.now = world, request, request["at"]
        self.organizations = Records(world["organizations"]).all
        self.clients = Records(world["clients"]).all
        self.consents = Records(world["consents"]).all
        self.agreements = Records(world["agreements"]).all
        self.purpose = world["purposes"].get(request["purpose"])
        self.person = request["person"]
        self.form = request["identifiability"]
        self.to = given(request["to"])

    # ------------------------------------------------------------------ small questions

    def kinds(self, organization):
        return set(self.organizations[organization]["kinds"]) if organization in self.organizations else set()

    def recipient_is(self, *kinds):
        return self.to is not None and bool(self.kinds(self.to) & set(kinds))

    # ------------------------------------------------------------------ the order of evaluation

    def judge(self, label):
        """Returns the bases and what is owed, or raises Withhold."""
        self.label = label
        self.understood()
        self.laws = set(label["regimes"])
        self.special = self.laws - {"NONE"}
        self.kind = self.world["classes"][label["class"]]
        self.client = self.clients.get(label["client"])
        self.session()
        self.never()
        if self.request["action"] == "access_own":
            if self.to is not None or given(self.person["client"]) != label["client"]:
                raise Withhold("NOT_THE_SUBJECT")
            return {"SUBJECT_ACCESS"}, {"INCLUDE_ALL_DISCLOSURES"}
        served = self.request["has_subpoena"] or given(self.request["order"]) is not None
        if self.purpose == "mandated_report":
            return self.report()
        if self.purpose == "proceedings" and served:
            return self.court()
        if self.purpose == "emergency_treatment":
            return self.medical()
        if self.purpose == "safety_threat":
            return self.threat()
        if self.form == "aggregate":
            return self.totals()
        duties = self.agreement()
        self.wishes()
        bases, owed = self.each_law()
        return bases, owed | duties

    # 0. Understood?
    def understood(self):
        label = self.label
        marks = label["class"], label["holder"], label["origin"], label["regimes"], label["identifiability"]
        unknown = (
            self.purpose is None
            or None in marks
            or label["class"] not in self.world["classes"]
            or label["holder"] not in self.organizations
            or label["origin"] not in self.organizations
            or not label["regimes"]
            or any(law not in LAWS for law in label["regimes"])
            or given(self.request["from"]) not in (None, label["holder"])
            or (self.to is None and self.request["action"] != "access_own")
            or (self.to is not None and self.to not in self.organizations)
            or (label["client"] is None and label["identifiability"] in IDENTIFYING)
            or (label["client"] is not None and label["client"] not in self.clients)
            or given(label["bound_to"]) not in (None, *self.world["purposes"])
        )
        if unknown:
            raise Withhold("UNKNOWN_LABEL")

    # 1. Session.
    def session(self):
        person, holder = self.person, self.label["holder"]
        works = given(person["organization"])
        if self.request["action"] == "access_own":
            belongs = given(person["client"]) is not None
        elif self.request["action"] == "report" or self.purpose == "mandated_report":
            belongs = works == holder
        else:
            belongs = works is not None and works in (holder, self.to)
        abusers = self.client["alleged_abusers"] if self.client else []
        own = given(person["client"])
        if not belongs or person["is_locked"] or (own is not None and own in abusers):
            raise Withhold("ACTOR_NOT_OF_PARTY")
        if self.label["client"] in person["relatives"]:
            raise Hold()

    # 2. What no paper can open.
    def never(self):
        if CLOSENESS[self.form] > CLOSENESS[self.label["identifiability"]]:
            raise Withhold("IDENTIFIABILITY_EXCEEDS_LICENSE")
        if "VAWA" in self.laws:
            if self.form == "encoded":
                raise Withhold("VAWA_ENCODED_IS_STILL_PII")
            if self.request["action"] in ("record_into_shared", "link") and self.form != "aggregate":
                raise Withhold("VAWA_NO_SHARED_DATABASE")
        if "CJIS" in self.laws and not self.recipient_is("cjis_authorized"):
            raise Withhold("CJIS_RECIPIENT_NOT_AUTHORIZED")
        if "PART2_NOTES" in self.laws and self.form != "aggregate" and not self.consented("part2_notes"):
            raise Withhold("PART2_NOTES_NEED_OWN_CONSENT")
        if self.laws & {"PART2", "PART2_NOTES"} and self.purpose == "proceedings":
            compelled = self.request["has_subpoena"] or self.order() is not None
            if not compelled and not self.consented("part2_proceedings"):
                raise Withhold("PART2_PROCEEDINGS")

    # 3. Doors that need no agreement.
    def report(self):
        """The report, not the record; from the holder's own staff to an authority that takes reports."""
        if self.request["action"] != "report" or not self.recipient_is("child_welfare_agency", "law_enforcement"):
            raise Withhold("NO_AGREEMENT")
        if self.kind != "report":
            part2 = self.laws & {"PART2", "PART2_NOTES"}
            raise Withhold("PART2_ORIGINAL_RECORD_PROTECTED" if part2 else "MIN_NECESSARY")
        if self.special == {"VAWA"}:
            return {"VAWA_COMPELLED"}, {"NOTIFY_SUBJECT", "SAFETY_STEPS"}
        if self.special <= {"HIPAA", "PART2", "PART2_NOTES"}:
            return {"PART2_CHILD_ABUSE_REPORT"}, {"HIPAA_ACCOUNTING"} if "HIPAA" in self.laws else set()
        raise Hold()

    def order(self):
        order = given(self.request["order"])
        if order is None:
            return None
        end = given(order["expires"])
        return order if end is None or self.now < end else None

    def court(self):
        self.stricter_clauses()
        part2 = self.laws & {"PART2", "PART2_NOTES"}
        order, subpoena = self.order(), self.request["has_subpoena"]
        if order is None:
            if part2:
                raise Withhold("SUBPOENA_WITHOUT_ORDER", {"NOTIFY_CUSTODIAN"})
            raise Hold()
        if not order["is_checked"]:
            raise Hold()
        if not covers(order["scope"], self.label["class"]):
            raise Withhold("OUTSIDE_ORDER_SCOPE")
        if order["kind"] == "part2_order":
            if not subpoena or not self.special <= {"HIPAA", "PART2", "PART2_NOTES"}:
                raise Hold()
            owed = {"NOTIFY_CUSTODIAN"} | ({"HIPAA_ACCOUNTING"} if "HIPAA" in self.laws else set())
            return {"PART2_COURT_ORDER"}, owed
        if part2 and subpoena:
            raise Withhold("SUBPOENA_WITHOUT_ORDER", {"NOTIFY_CUSTODIAN"})
        if self.special == {"HMIS"}:
            return {"HMIS_NOTICE"}, {"NOTIFY_CUSTODIAN"}
        if self.special <= {"VAWA"}:
            return {"VAWA_COMPELLED"}, {"NOTIFY_CUSTODIAN", "NOTIFY_SUBJECT", "SAFETY_STEPS"}
        raise Hold()

    def break_glass(self, kind):
        """Fresh sign-in, attested, one client, one hour, no export."""
        emergency = given(self.request["emergency"])
        shown = (
            emergency is not None
            and emergency["kind"] == kind
            and emergency["is_attested"]
            and not (kind == "medical" and emergency["is_consent_obtainable"])
            and emergency["started"] <= self.now < emergency["started"] + HOUR
            and emergency["client"] == self.label["client"]
            and self.person["assurance"] == "fresh_phishing_resistant"
            and self.request["action"] == "disclose"
        )
        if not shown:
            raise Withhold("EMERGENCY_NOT_SHOWN")
        if not covers(self.world[f"{kind}_profile"], self.label["class"]):
            raise Withhold("MIN_NECESSARY")

    def medical(self):
        if not self.person["is_medical"] or not self.recipient_is("health_provider"):
            raise Withhold("EMERGENCY_NOT_MEDICAL_PERSONNEL")
        self.break_glass("medical")
        if "VAWA" in self.laws:
            raise Withhold("VAWA_NO_RELEASE")
        if not self.special <= {"HIPAA", "PART2", "PART2_NOTES"}:
            raise Hold()
        owed = {"REVIEW_24H", "NOTIFY_CUSTODIAN", "GRANT_EXPIRES"}
        bases = {"HIPAA_TREATMENT"} if "HIPAA" in self.laws else set()
        if self.laws & {"PART2", "PART2_NOTES"} or not bases:
            bases.add("PART2_MEDICAL_EMERGENCY")
            owed.add("DOCUMENT_EMERGENCY")
        return bases, owed

    def threat(self):
        self.break_glass("threat")
        if self.laws & {"PART2", "PART2_NOTES"}:
            raise Withhold("PART2_NO_CONSENT")
        if "VAWA" in self.laws:
            raise Withhold("VAWA_NO_RELEASE")
        if not self.special <= {"FERPA"}:
            raise Hold()
        owed = {"DOCUMENT_THREAT_BASIS", "FERPA_RECORD_DISCLOSURE", "REVIEW_24H", "NOTIFY_CUSTODIAN", "GRANT_EXPIRES"}
        return {"FERPA_SAFETY_EMERGENCY"}, owed

    def totals(self):
        table = given(self.request["table"])
        if table is None or len(small_cells(table)) == sum(map(len, table["counts"])):
            raise Withhold("SMALL_CELL")
        survivors = "VAWA" in self.laws or "victim_service_provider" in self.kinds(self.label["holder"])
        bases = {"VAWA_AGGREGATE"} if survivors else {"AGGREGATE_RELEASE"}
        if self.special - {"VAWA"}:
            bases.add("AGGREGATE_RELEASE")
        return bases, {"SUPPRESS_UNDER_11"}

    # 4. Agreement.
    def stands(self, agreement, seen=()):
        """When it begins, when it ends, and whether it is stopped: with every tier above it."""
        if agreement is None or agreement["id"] in seen or len(seen) > 4:
            return None
        end = given(agreement["expires"])
        begin, end = agreement["effective"], float("inf") if end is None else end
        stopped = agreement["status"] != "active"
        under = given(agreement["under"])
        if under is not None:
            upper = self.stands(self.agreements.get(under), (*seen, agreement["id"]))
            if upper is None:
                return None
            begin, end, stopped = max(begin, upper[0]), min(end, upper[1]), stopped or upper[2]
        return begin, end, stopped

    def stricter_clauses(self):
        order = self.order()
        checked = order is not None and order["is_checked"]
        for agreement in self.world["agreements"]:
            binds = self.label["holder"] in agreement["parties"] and agreement["effective"] <= self.now
            if not binds or agreement["status"] == "terminated":
                continue
            for clause in agreement["clauses"]:
                aimed = self.recipient_is(*clause["against"]) and covers(clause["classes"], self.label["class"])
                if aimed and not (clause["yields_to_order"] and checked):
                    raise Withhold("AGREEMENT_STRICTER")

    def grants(self):
        """Every grant from the holder to the recipient in an agreement that both signed and that has begun."""
        for agreement in self.agreements.values():
            if agreement["kind"] == "emou" or not {self.label["holder"], self.to} <= set(agreement["parties"]):
                continue
            stands = self.stands(agreement)
            if stands is None or self.now < stands[0]:
                continue
            for grant in agreement["grants"]:
                if (grant["from"], grant["to"]) == (self.label["holder"], self.to):
                    alive = self.now < stands[1] and not stands[2]
                    yield agreement, grant, alive

    def conditions(self, agreement, grant):
        """What a grant still asks when parties, purpose, class and time are right: nothing, or the reason."""
        if CLOSENESS[self.form] > CLOSENESS[agreement["identifiability"]]:
            return 1, "IDENTIFIABILITY_EXCEEDS_LICENSE"
        roles = given(grant["roles"])
        if (
            self.request["action"] not in grant["actions"]
            or (roles is not None and given(self.person["role"]) not in roles)
            or ASSURANCE[self.person["assurance"]] < ASSURANCE[agreement["assurance"]]
        ):
            return 2, "AGREEMENT_STRICTER"
        trained = given(self.person["trained_until"])
        if agreement["wants_training"] and (trained is None or trained <= self.now):
            return 3, "TRAINING_EXPIRED"
        return None

    def agreement(self):
        self.stricter_clauses()
        if given(self.label["bound_to"]) not in (None, self.request["purpose"]):
            raise Withhold("PURPOSE_NOT_IN_AGREEMENT")
        destroy_by = given(self.label["destroy_by"])
        if destroy_by is not None and destroy_by <= self.now:
            raise Withhold("AGREEMENT_EXPIRED", {"DESTROY_AND_CERTIFY"})
        self.giving, nearest = [], (-3, "NO_AGREEMENT", "")
        for agreement, grant, alive in self.grants():
            has_purpose = self.request["purpose"] in grant["purposes"]
            has_class = covers(grant["classes"], self.label["class"])
            if has_purpose and has_class and alive:
                missing = self.conditions(agreement, grant)
                if missing is None:
                    self.giving.append(agreement)
                    continue
                near = (*missing, "")
            elif has_purpose and has_class:
                match = agreement["kind"] == "matching_agreement"
                near = (0, "MATCHING_AGREEMENT_EXPIRED" if match else "AGREEMENT_EXPIRED", agreement["kind"])
            elif has_purpose and alive:
                near = (-1, "MIN_NECESSARY", "")
            elif alive:
                near = (-2, "PURPOSE_NOT_IN_AGREEMENT", "")
            else:
                continue
            # Of several that ended, a federal match is named before a license, and that before the rest.
            rank = ["dsa", "qsoa", "dul", "matching_agreement"]
            order = lambda each: (each[0], rank.index(each[2]) if each[2] else 0)
            nearest = max(nearest, near, key=order)
        if not self.giving:
            raise Withhold(nearest[1], {"DESTROY_AND_CERTIFY"} if nearest[2] == "dul" else ())
        return {"SUPPRESS_UNDER_11"} if any(each["suppresses_small_cells"] for each in self.giving) else set()

    # 5. Client.
    def wishes(self):
        client = self.client
        if client is None:
            return
        restricted = any(
            each["class"] == self.label["class"] and given(each["to"]) in (None, self.to)
            for each in client["restrictions"]
        )
        hidden = client["has_protected_address"] and self.kind == "address"
        if set(client["opt_outs"]) & self.laws or restricted or hidden:
            raise Withhold("SUBJECT_OPT_OUT", {"NO_DENIAL_OF_SERVICE"})

    # 6. Each law on the label finds its own basis.
    def each_law(self):
        refusals, waits, bases, owed = [], False, set(), set()
        licensed = self.form == "deidentified" and any(each["kind"] == "dul" for each in self.giving)
        for law in ("PART2", "PART2_NOTES", "VAWA", "FERPA", "PRIVACY_ACT", "HIPAA", "HMIS", "SNAP", "CJIS"):
            if law not in self.laws:
                continue
            if licensed and law in ("HIPAA", "PART2", "PART2_NOTES", "FERPA", "HMIS", "SNAP"):
                bases.add("LICENSED_DEIDENTIFIED")
                continue
            try:
                basis, duties = getattr(self, "law_" + law.lower())()
                bases.add(basis)
                owed |= duties
            except Hold:
                waits = True
            except Withhold as refusal:
                refusals.append(refusal)
        if refusals:
            raise refusals[0]
        if waits:
            raise Hold()
        if not self.special:
            bases = {"LICENSED_DEIDENTIFIED" if licensed else "AGREEMENT_ONLY"}
        if "LICENSED_DEIDENTIFIED" in bases:
            owed.add("SUPPRESS_UNDER_11")
        return bases, owed

    def law_hipaa(self):
        if self.is_treatment():
            return "HIPAA_TREATMENT", set()
        provider = "health_provider" in self.kinds(self.label["holder"])
        if self.purpose in ("treatment", "service") and provider and self.recipient_is("social_services"):
            return "HIPAA_CARE_COORDINATION", set()
        # A consent under Part 2 that names recipient, purpose and class is an authorization too.
        return self.part2_by_name() or self.hold()

    def hold(self):
        raise Hold()

    def is_treatment(self):
        provider = "health_provider" in self.kinds(self.label["holder"])
        return self.purpose == "treatment" and provider and self.recipient_is("health_provider")

    def part2_by_name(self):
        paper = {"PART2_NOTICE", "PART2_COPY_OF_CONSENT"}
        if self.consented("part2_specific", "part2_notes", "part2_proceedings"):
            return "PART2_CONSENT_SPECIFIC", paper | {"NO_REDISCLOSURE"}
        if self.consented("part2_criminal_justice"):
            return "PART2_CRIMINAL_JUSTICE_CONSENT", paper | {"REDISCLOSE_OFFICIAL_DUTY_ONLY"}
        return None

    def law_part2(self):
        paper = {"PART2_NOTICE", "PART2_COPY_OF_CONSENT"}
        onward = "REDISCLOSE_HIPAA_EXCEPT_PROCEEDINGS"
        if self.consented("part2_tpo"):
            covered = self.recipient_is("hipaa_covered_entity")
            return "PART2_CONSENT_TPO", paper | {onward if covered else "NO_REDISCLOSURE"}
        received = self.received_under()
        if received is not None and self.fault(received, passed_on=True) is None:
            return "PART2_REDISCLOSURE_HIPAA", paper | {onward}
        named = self.part2_by_name()
        if named:
            return named
        forms = ("part2_tpo", "part2_specific", "part2_criminal_justice", "part2_notes", "part2_proceedings")
        faults = [self.fault(each) for each in self.direct(forms)]
        if received is not None:
            faults.append(self.fault(received, passed_on=True))
        return self.refuse(faults, "PART2_NO_CONSENT")

    law_part2_notes = law_part2

    def law_vawa(self):
        if self.consented("vawa_release"):
            return "VAWA_RELEASE", {"NO_REDISCLOSURE", "GRANT_EXPIRES"}
        return self.refuse([self.fault(each) for each in self.direct(("vawa_release",))], "VAWA_NO_RELEASE")

    def law_ferpa(self):
        custody = self.client is not None and given(self.client["custody"]) == self.to
        if self.purpose == "child_welfare" and self.recipient_is("child_welfare_agency") and custody:
            return "FERPA_CHILD_WELFARE", {"FERPA_RECORD_DISCLOSURE", "REDISCLOSE_EDUCATION_NEEDS_ONLY"}
        if self.consented("ferpa"):
            raise Hold()
        raise Withhold("FERPA_NO_EXCEPTION")

    def law_hmis(self):
        if self.purpose in ("service", "treatment", "payment", "operations", "reporting"):
            return "HMIS_NOTICE", set()
        raise Hold()

    def law_snap(self):
        if self.purpose == "school_meals" and self.recipient_is("education_agency"):
            return "SNAP_DIRECT_CERTIFICATION", {"NO_REDISCLOSURE"}
        raise Hold()

    def law_privacy_act(self):
        if any(each["kind"] == "matching_agreement" for each in self.giving):
            return "MATCHING_AGREEMENT", {"PRIVACY_ACT_ACCOUNTING"}
        raise Withhold("MATCHING_AGREEMENT_EXPIRED")

    def law_cjis(self):
        return "AGREEMENT_ONLY", set()


def decide(world, request):
    case = Case(world, request)
    bases, owed, withheld = set(), set(), set()
    released, held, shows_table = False, False, False
    for label in request["labels"]:
        try:
            basis, duties = case.judge(label)
            released, bases, owed = True, bases | basis, owed | duties
            shows_table = shows_table or bool(basis & {"VAWA_AGGREGATE", "AGGREGATE_RELEASE"})
        except Withhold as refusal:
            named = label["class"] in world["classes"] and given(label["bound_to"]) in (None, *world["purposes"])
            withheld.add((label["class"] if named else "?", refusal.reason))
            held, owed = held or isinstance(refusal, Hold), owed | refusal.owed
    if not request["labels"]:
        withheld.add(("?", "UNKNOWN_LABEL"))
    if shows_table:
        withheld |= {(f"cell:{row}:{column}", "SMALL_CELL") for row, column in small_cells(request["table"])}
    if released:
        owed |= {"LOG_BEFORE_RELEASE", "PURPOSE_BIND"}
        if request["identifiability"] in IDENTIFYING:
            owed.add("CLIENT_REPORT")
        answer = "permit_partial" if withheld else "permit"
    else:
        answer = "hold" if held else "deny"
    return {"answer": answer, "bases": sorted(bases), "withheld": sorted(withheld), "obligations": sorted(owed)}


def main():
    for line in sys.stdin:
        if line.strip():
            case = json.loads(line)
            print(json.dumps(decide(case["world"], case["request"])), flush=True)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
