//! The least that the HTTP stack can do.

use std::process::{Child, Command};

use axum::{Router, routing::get};

use crate::{
    Done,
    pages::{self, Figures, Target},
    server,
};

/// Answers every reader with one word.
pub(crate) fn serve(port: &str) -> Done<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
        let app = Router::new().route("/", get(|| async { "hello" }));
        Ok(axum::serve(listener, app).await?)
    })
}

/// What that costs.
pub(crate) fn measure() -> Done<Figures> {
    let port = server::free_port()?;
    let program = std::env::current_exe()?;
    let child = Command::new(program).args(["hello", &port.to_string()]).spawn()?;
    let child = Ended(child);
    server::wait_for(port, "/", "")?;
    let process = child.0.id().to_string();
    let (cookie, path) = (String::new(), "/".to_owned());
    let figures = pages::measure(&[Target { process, port, cookie, path, changes: None }])?;
    figures.into_iter().next().ok_or_else(|| "nothing was measured".into())
}

/// Ends a process with us.
pub(crate) struct Ended(pub(crate) Child);

impl Drop for Ended {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}
