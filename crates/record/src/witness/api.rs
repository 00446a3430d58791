//! Witnesses for programs.

use store::Cx;
use web::{Failure, Request, Response};

use super::{Witness, WitnessId, commands, pages};

/// A witness.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct WitnessView {
    #[schema(value_type = String, example = "wit_01j9x8m2c0k4q6r8t0v2x4z6a8")]
    id: WitnessId,
    name: String,
    /// Its public key, as C2SP writes it.
    key: String,
    /// Where it is asked.
    address: Option<String>,
    /// How many entries the last state has that it confirmed.
    size: u64,
    #[schema(format = DateTime)]
    confirmed_at: Option<String>,
    /// What went wrong when it was asked last.
    trouble: Option<String>,
}

/// A witness to be named.
#[derive(Debug, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "the input reads the fields; this says which there are")]
pub(crate) struct WitnessBody {
    name: String,
    /// Its public key: `name+number+base64`.
    key: String,
    /// Where it is asked to confirm; nothing when it comes by itself.
    address: Option<String>,
}

impl WitnessView {
    pub(crate) fn of(witness: &Witness) -> Self {
        Self {
            id: witness.id,
            name: witness.name.to_string(),
            key: witness.verifier.clone(),
            address: witness.address.clone(),
            size: witness.size,
            confirmed_at: witness.confirmed_at.map(base::Instant::rfc3339),
            trouble: witness.trouble.map(|trouble| trouble.to_string()),
        }
    }
}

pub(crate) async fn add(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<WitnessBody>()?;
    let witness = commands::add(&cx, pages::named(&mut input)?).await?;
    let slug = request.param_text("partnership");
    web::created(&format!("/p/{slug}/log/witnesses/{}", witness.id), &WitnessView::of(&witness))
}

pub(crate) async fn remove(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::remove(&cx, request.param("id")?).await?;
    Ok(web::no_content())
}
