//! Bodies of requests whose inner part is a browser's own object.

use serde::de::DeserializeOwned;
use web::{Failure, Request};

/// Reads a JSON body as it is; problems are told as for every other body.
pub(crate) fn read<T: DeserializeOwned>(request: &Request) -> Result<T, Failure> {
    request.json::<T>()?;
    Ok(serde_json::from_slice(&request.bytes()).map_err(store::Error::from)?)
}
