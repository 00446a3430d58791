"""What the second evaluator needs of paper: records, consents and tables of counts."""


class Withhold(Exception):
    """A step that refuses ends the examination of a record; the reason is that of the step."""

    def __init__(self, reason, owed=()):
        super().__init__(reason)
        self.reason, self.owed = reason, set(owed)


class Hold(Withhold):
    """A named human must look first."""

    def __init__(self):
        super().__init__("LEGAL_REVIEW_REQUIRED")


def given(value):
    """What the wire writes as a word instead of leaving it out."""
    return None if value == "none" else value


def covers(classes, wanted):
    return classes == ["*"] or wanted in classes


class Records:
    """Paper in which the same thing stands twice counts once; where two of one id differ, neither does."""

    def __init__(self, records):
        by_id = {}
        for record in records:
            by_id.setdefault(record["id"], []).append(record)
        self.all = {key: found[0] for key, found in by_id.items() if all(each == found[0] for each in found)}


class Consents:
    """Questions about the consents of the client of a record; a part of the case that is examined."""

    def direct(self, forms):
        """The client's consents of these forms, signed by now, that let this holder disclose."""
        for consent in self.consents.values():
            if (
                consent["client"] == self.label["client"]
                and consent["form"] in forms
                and consent["signed"] <= self.now
                and self.label["holder"] in consent["from"]
            ):
                yield consent

    def consented(self, *forms):
        return any(self.fault(consent) is None for consent in self.direct(forms))

    def received_under(self):
        """The consent for treatment, payment and operations under which a covered entity got this copy."""
        consent = self.consents.get(self.label["consent"])
        holder = self.kinds(self.label["holder"])
        if (
            consent is not None
            and consent["form"] == "part2_tpo"
            and consent["client"] == self.label["client"]
            and consent["signed"] <= self.now
            and self.label["origin"] in consent["from"]
            and (self.label["holder"] in consent["to"] or holder & set(consent["to_kinds"]))
            and "hipaa_covered_entity" in holder
        ):
            return consent
        return None

    def fault(self, consent, passed_on=False):
        """What is wrong with a consent for this request: nothing, or how near it came and the reason."""
        form = consent["form"]
        fits = {
            "part2_tpo": self.purpose in ("treatment", "payment", "operations"),
            "part2_criminal_justice": self.purpose == "court_supervision",
            "part2_proceedings": self.purpose == "proceedings",
            "part2_specific": self.purpose != "proceedings",
            "part2_notes": self.purpose != "proceedings",
        }.get(form, True)
        if not fits or self.request["purpose"] not in consent["purposes"]:
            return 1, "CONSENT_PURPOSE_MISMATCH"
        if passed_on:
            reaches = self.is_treatment() and self.recipient_is("hipaa_covered_entity")
        else:
            reaches = self.to in consent["to"] or self.recipient_is(*consent["to_kinds"])
        if not reaches:
            return 2, "CONSENT_RECIPIENT_MISMATCH"
        if not self.may_sign(consent["signer"], self.clients.get(consent["client"])):
            return 3, "CONSENT_SIGNER_NOT_AUTHORIZED"
        limited = isinstance(consent["expires"], dict) and "at" in consent["expires"]
        if not consent["is_written"] or not consent["is_complete"] or (form == "vawa_release" and not limited):
            return 4, "CONSENT_DEFICIENT"
        revoked, locked = given(consent["revoked"]), given(consent["irrevocable_until"])
        if revoked is not None:
            if form == "part2_criminal_justice" and locked is not None:
                revoked = max(revoked, locked)
            if revoked <= self.now:
                return 5, "CONSENT_REVOKED"
        if isinstance(consent["expires"], dict):
            end = given(consent["expires"].get("at", consent["expires"].get("event")))
            if end is not None and end <= self.now:
                return 6, "CONSENT_EXPIRED"
        if not covers(consent["classes"], self.label["class"]):
            return 7, "CONSENT_CLASS_NOT_COVERED"
        return None

    @staticmethod
    def may_sign(signer, client):
        if client is None or signer in client["alleged_abusers"]:
            return False
        own, guardian = signer == client["id"], signer in client["guardians"]
        if client["is_adult"]:
            return own or guardian
        return own if client["consents_alone"] else guardian and not own

    @staticmethod
    def refuse(faults, otherwise):
        reason = max(faults)[1] if faults else otherwise
        owed = {"STOP_QUEUED", "NOTIFY_RECIPIENT_REVOCATION"} if reason == "CONSENT_REVOKED" else ()
        raise Withhold(reason, owed)


def small_cells(table):
    """Counts from 1 to 10; and where a line has its sum beside it, never only one."""
    counts = table["counts"]
    cells = {(r, c): value for r, row in enumerate(counts) for c, value in enumerate(row)}
    hidden = {cell for cell, value in cells.items() if 1 <= value <= 10}
    lines = []
    if given(table["total_column"]) is not None:
        lines += [[cell for cell in cells if cell[0] == r] for r in range(len(counts))]
    if given(table["total_row"]) is not None:
        lines += [[cell for cell in cells if cell[1] == c] for c in range(max(map(len, counts), default=0))]
    while True:
        for line in lines:
            shown = [cell for cell in line if cell not in hidden]
            if len(line) - len(shown) == 1 and shown:
                hidden.add(min(shown, key=lambda cell: (cells[cell] == 0, cells[cell], cell)))
                break
        else:
            return hidden
