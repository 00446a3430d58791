//! Agreements through the program, on both databases.
#![cfg(test)]

mod clients;
mod consents;
mod decisions;
mod drafts;
mod duties;
mod emergencies;
mod errors;
mod life;
mod lists;
mod paper;
mod plans;
mod races;
mod receipts;
mod refusals;
mod requests;
mod seals;
mod stage;

use agreements::{
    Classes, Kind,
    agreement::{self, NewAgreement, PaperSignature, Target},
    vocabulary::{self, Ground, Holding, Party},
};
use base::OrganizationId;
use partnership::testing::County;
use policy::{OrganizationKind, Set};
use serde_json::{Value, json};
use web::testing::{TestApp, TestPerson};

use paper::{
    API, LIST, answered, day, gives, laid, memorandum, on_paper, out, sign, signatory, terms, view,
};
