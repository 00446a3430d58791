//! `concord routes` and `concord openapi`: the addresses as data, without any installation.

use crate::{
    contexts,
    failure::Failure,
    out::{self, say},
};

/// Prints every route with its permissions.
pub(super) fn routes(json: bool) -> Result<(), Failure> {
    let routes = web::routes_of(contexts::ALL);
    if json {
        out::json(&routes)?;
        return Ok(());
    }
    let width = routes.iter().map(|route| route.path.len()).max().unwrap_or_default();
    for route in &routes {
        say!("{:6} {:width$}  {}", route.method, route.path, route.permissions.join(" "))?;
    }
    Ok(())
}

/// Prints the description of the JSON API.
pub(super) fn openapi() -> Result<(), Failure> {
    out::json(&web::openapi_of(contexts::ALL, "http://localhost:8080"))?;
    Ok(())
}
