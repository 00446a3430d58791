//! Founds the county: accounts, partnerships, organizations, roles, profiles, bodies and seats.

use base::{Instant, Language, Private, Role};
use identity::NewAccount;
use partnership::{
    About, AddOrganization, Affiliation, Appoint, BodyKind, BodyPlan, Charge, DescribeMe, Entry,
    Found, Foundation, KnownName, OfferRole, Part,
};
use store::Cx;

use super::{Maker, parsed};
use crate::{
    demo::content::{Body, Organization, Partnership, Person},
    failure::Failure,
};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

impl Maker<'_> {
    pub(super) async fn found_county(&mut self) -> Result<(), Failure> {
        let content = self.content;
        let first = content.partnerships.iter().map(|place| place.months).max().unwrap_or(1);
        let before = self.founding(first).plus_seconds(-DAY);
        for (at, person) in (0_i64..).zip(&content.people) {
            self.sign_up(person, before.plus_seconds(at * 60)).await?;
        }
        for place in &content.partnerships {
            self.found(place, self.founding(place.months)).await?;
        }
        for (at, person) in (0_i64..).zip(&content.people) {
            let after = self.founding(first).plus_seconds(9 * DAY + at * 600);
            self.describe(person, after.max(self.last_founding())).await?;
        }
        self.offer_an_open_role().await
    }

    /// Ten in the morning so many months ago.
    pub(super) fn founding(&self, months: i64) -> Instant {
        let day = crate::demo::story::workday(self.today.date().plus_days(-months * 365 / 12));
        day.start_in(&self.today.zone).plus_seconds(10 * HOUR)
    }

    fn last_founding(&self) -> Instant {
        let months = self.content.partnerships.iter().map(|place| place.months).min();
        self.founding(months.unwrap_or(1)).plus_seconds(9 * DAY)
    }

    async fn sign_up(&mut self, person: &Person, at: Instant) -> Result<(), Failure> {
        let account = NewAccount {
            email: parsed(&person.email())?,
            name: parsed(&person.name)?,
            language: None,
        };
        let id = identity::create_account(&self.operator(at), account)
            .await
            .map_err(Failure::because(format!("the account of {}", person.key)))?;
        self.people.insert(person.key.clone(), id);
        Ok(())
    }

    async fn found(&mut self, place: &Partnership, at: Instant) -> Result<(), Failure> {
        let told = format!("the partnership {}", place.key);
        let coordinator = self.content.people.iter().find(|one| one.key == place.coordinator);
        let backbone = coordinator.map_or("", |person| person.org.as_str());
        let command = Found {
            slug: parsed(&place.slug)?,
            foundation: Foundation {
                name: parsed(&place.name)?,
                zone: parsed(&place.zone)?,
                language: Language::English,
                purpose: Some(parsed(&place.purpose)?),
                vision: Some(parsed(&place.vision)?),
                charter: None,
                areas: Vec::new(),
            },
            backbone: entry(self.written(backbone)?)?,
            coordinator: self.person_id(&place.coordinator)?,
        };
        let founded = partnership::found(&self.operator(at), command)
            .await
            .map_err(Failure::because(told.clone()))?;
        self.partnerships.insert(place.key.clone(), founded.partnership);
        self.organizations.insert(backbone.to_owned(), founded.backbone);
        self.admit_members(place, backbone, at.plus_seconds(HOUR)).await?;
        self.appoint_people(place, at.plus_seconds(30 * HOUR)).await?;
        for (number, body) in (0_i64..).zip(&place.body) {
            self.form(place, body, at.plus_seconds((3 + number) * DAY)).await?;
        }
        Ok(())
    }

    async fn admit_members(
        &mut self,
        place: &Partnership,
        backbone: &str,
        at: Instant,
    ) -> Result<(), Failure> {
        let others = place.members.iter().filter(|member| member.org != backbone);
        for (number, member) in (1_i64..).zip(others) {
            let at = at.plus_seconds(number * HOUR);
            let command = AddOrganization {
                entry: entry(self.written(&member.org)?)?,
                part: parsed::<Part>(&member.part)?,
                since: at.date_in(&self.today.zone),
                known: KnownName::Join,
            };
            let cx = self.person_in(&place.coordinator, &place.key, at)?;
            let id = partnership::add_organization(&cx, command)
                .await
                .map_err(Failure::because(format!("{} in {}", member.org, place.key)))?;
            self.organizations.insert(member.org.clone(), id);
        }
        Ok(())
    }

    async fn appoint_people(&self, place: &Partnership, at: Instant) -> Result<(), Failure> {
        for (number, person) in (0_i64..).zip(&self.content.people) {
            let member = place.members.iter().any(|member| member.org == person.org);
            // The founding has made the coordinator one.
            if !member || !person.is_in(&place.key) || person.role == "coordinator" {
                continue;
            }
            let mut roles = vec![parsed::<Role>(&person.role)?];
            // A steward answers for data and works like everybody else.
            if person.role == "steward" {
                roles.push(Role::Member);
            }
            let command = Appoint {
                person: self.person_id(&person.key)?,
                organization: self.organization(&person.org)?,
                roles,
            };
            partnership::appoint(
                &self.operator_in(&place.key, at.plus_seconds(number * 60))?,
                command,
            )
            .await
            .map_err(Failure::because(format!("{} in {}", person.key, place.key)))?;
        }
        Ok(())
    }

    async fn describe(&self, person: &Person, at: Instant) -> Result<(), Failure> {
        let about = About {
            contact: Some(Private::new(parsed(&person.email())?)),
            text: Some(parsed(&person.about)?),
            skills: known(&person.skills)?,
            languages: known(&person.languages)?,
            expertise: Vec::new(),
            titles: vec![Affiliation {
                organization: self.organization(&person.org)?,
                title: parsed(&person.title)?,
            }],
        };
        let command = DescribeMe { about, seen: base::Revision(0) };
        partnership::describe_me(&self.person(&person.key, at)?, command)
            .await
            .map(drop)
            .map_err(Failure::because(format!("the profile of {}", person.key)))
    }

    async fn form(&mut self, place: &Partnership, body: &Body, at: Instant) -> Result<(), Failure> {
        let told = || Failure::because(format!("the body {}", body.name));
        let cx = self.person_in(&place.coordinator, &place.key, at)?;
        let plan = BodyPlan {
            name: parsed(&body.name)?,
            kind: parsed(&body.kind)?,
            purpose: Some(parsed(&body.about)?),
        };
        let formed = partnership::form_body(&cx, plan.clone()).await.map_err(told())?;
        self.bodies.insert(body.name.clone(), formed.id);
        for (number, wanted) in (1_i64..).zip(&body.seats) {
            let organization = self.organization(&wanted.org)?;
            let title = parsed(&wanted.title)?;
            let at = at.plus_seconds(number * 20 * 60);
            let cx: Cx = self.person_in(&place.coordinator, &place.key, at)?;
            let seat =
                partnership::open_seat(&cx, formed.id, organization, title).await.map_err(told())?;
            // Each group has somebody who leads it; only the council has one who stands in.
            let charge = match (number, plan.kind) {
                (1, _) => Charge::Lead,
                (2, BodyKind::Council) => Charge::Deputy,
                (_, BodyKind::Council | BodyKind::WorkGroup | BodyKind::ReviewTeam) => {
                    Charge::Member
                }
            };
            partnership::entrust_seat(&cx, seat.id, charge).await.map_err(told())?;
            let Some(holder) = &wanted.holder else { continue };
            let to = self.person_id(holder)?;
            partnership::offer_seat(&cx, seat.id, to, None).await.map_err(told())?;
            let own = self.person_in(holder, &place.key, at.plus_seconds(10 * 60))?;
            partnership::take_seat(&own, seat.id).await.map_err(told())?;
        }
        Ok(())
    }

    /// Something for a visitor to answer: a role that waits.
    async fn offer_an_open_role(&self) -> Result<(), Failure> {
        let at = self.today.now.plus_seconds(-26 * HOUR);
        let note = "You read every plan from the end. Would you lead for the council in this \
                    partnership while Dolores is away in June?";
        let command = OfferRole {
            person: self.person_id("marcus")?,
            organization: self.organization("lived")?,
            role: Role::Lead,
            note: Some(Private::new(parsed(note)?)),
        };
        partnership::offer_role(&self.person_in("dolores", "riverbend", at)?, command)
            .await
            .map(drop)
            .map_err(Failure::because("the role that waits"))
    }

    fn written(&self, key: &str) -> Result<&Organization, Failure> {
        let found = self.content.organizations.iter().find(|one| one.key == key);
        found.ok_or_else(|| super::unknown("organization", key))
    }
}

fn known(texts: &[String]) -> Result<Vec<partnership::Known>, Failure> {
    texts.iter().map(|text| parsed(text)).collect()
}

fn entry(from: &Organization) -> Result<Entry, Failure> {
    Ok(Entry {
        name: parsed(&from.name)?,
        short_name: parsed(&from.short)?,
        kind: parsed(&from.kind)?,
        sector: parsed(&from.sector)?,
        state: None,
        tribe: None,
        website: Some(parsed(&from.website)?),
        about: Some(parsed(&from.about)?),
    })
}
