//! Addresses as data: who may use each, what it takes and gives. The router, the description of
//! the API, the authorization matrix and tidy all read this one list.

use std::{future::Future, sync::Arc};

use futures_util::future::BoxFuture;
use http::Method;
use serde::Serialize;
use store::{Access, Cx, Permission};

use crate::{
    Failure, Request, Response,
    openapi::{Described, Operation},
};

pub(crate) type Handler =
    Arc<dyn Fn(Cx, Request) -> BoxFuture<'static, Result<Response, Failure>> + Send + Sync>;

/// What stands behind an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RouteKind {
    /// A page for people.
    Page,
    /// A form of a page; answers with a redirect.
    Form,
    /// A file to be saved.
    Download,
    /// JSON for programs, under `/api/v1`.
    Api,
    /// A stream of server-sent events.
    Stream,
}

/// One address and method.
pub struct Route {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) kind: RouteKind,
    pub(crate) permissions: &'static [Permission],
    pub(crate) handler: Handler,
    pub(crate) body_limit: usize,
    pub(crate) together: bool,
    pub(crate) operation: Operation,
}

/// One address and method, as the list of them shows it.
#[derive(Debug, Clone, Serialize)]
pub struct RouteEntry {
    /// The method.
    pub method: String,
    /// The address with its parts in braces.
    pub path: String,
    /// What stands behind it.
    pub kind: RouteKind,
    /// The names of the permissions it may use.
    pub permissions: Vec<&'static str>,
    /// The permissions themselves.
    #[serde(skip)]
    pub declared: &'static [Permission],
    /// Whether any of them lets it change something.
    pub writes: bool,
}

/// Bodies are small but for uploads, which say so.
const BODY_LIMIT: usize = 1_048_576;

/// The list, as contexts fill it.
#[derive(Default)]
pub struct Routes {
    pub(crate) list: Vec<Route>,
}

impl Routes {
    /// A page at an address.
    pub fn page<F, Done>(
        &mut self,
        path: &str,
        permissions: &'static [Permission],
        f: F,
    ) -> &mut Route
    where
        F: Fn(Cx, Request) -> Done + Send + Sync + 'static,
        Done: Future<Output = Result<Response, Failure>> + Send + 'static,
    {
        self.add(RouteKind::Page, Method::GET, path, permissions, f)
    }

    /// What may be used by the page at an address.
    pub(crate) fn permissions(&self, path: &str) -> &'static [Permission] {
        let mut pages = self.list.iter().filter(|route| route.kind == RouteKind::Page);
        pages.find(|route| route.path == path).map_or(&[], |route| route.permissions)
    }

    /// A form that posts to an address.
    pub fn form<F, Done>(
        &mut self,
        path: &str,
        permissions: &'static [Permission],
        f: F,
    ) -> &mut Route
    where
        F: Fn(Cx, Request) -> Done + Send + Sync + 'static,
        Done: Future<Output = Result<Response, Failure>> + Send + 'static,
    {
        self.add(RouteKind::Form, Method::POST, path, permissions, f)
    }

    /// A file to be saved from an address.
    pub fn download<F, Done>(
        &mut self,
        path: &str,
        permissions: &'static [Permission],
        f: F,
    ) -> &mut Route
    where
        F: Fn(Cx, Request) -> Done + Send + Sync + 'static,
        Done: Future<Output = Result<Response, Failure>> + Send + 'static,
    {
        self.add(RouteKind::Download, Method::GET, path, permissions, f)
    }

    pub(crate) fn stream<F, Done>(&mut self, path: &str, permissions: &'static [Permission], f: F)
    where
        F: Fn(Cx, Request) -> Done + Send + Sync + 'static,
        Done: Future<Output = Result<Response, Failure>> + Send + 'static,
    {
        self.add(RouteKind::Stream, Method::GET, path, permissions, f);
    }

    /// Something to look at for programs, under `/api/v1`.
    pub fn get<F, Done>(
        &mut self,
        path: &str,
        permissions: &'static [Permission],
        f: F,
    ) -> &mut Route
    where
        F: Fn(Cx, Request) -> Done + Send + Sync + 'static,
        Done: Future<Output = Result<Response, Failure>> + Send + 'static,
    {
        self.add(RouteKind::Api, Method::GET, path, permissions, f)
    }

    /// Something to make or to do for programs, under `/api/v1`.
    pub fn post<F, Done>(
        &mut self,
        path: &str,
        permissions: &'static [Permission],
        f: F,
    ) -> &mut Route
    where
        F: Fn(Cx, Request) -> Done + Send + Sync + 'static,
        Done: Future<Output = Result<Response, Failure>> + Send + 'static,
    {
        self.add(RouteKind::Api, Method::POST, path, permissions, f)
    }

    /// Something to replace for programs, under `/api/v1`.
    pub fn put<F, Done>(
        &mut self,
        path: &str,
        permissions: &'static [Permission],
        f: F,
    ) -> &mut Route
    where
        F: Fn(Cx, Request) -> Done + Send + Sync + 'static,
        Done: Future<Output = Result<Response, Failure>> + Send + 'static,
    {
        self.add(RouteKind::Api, Method::PUT, path, permissions, f)
    }

    /// Something to change in part for programs, under `/api/v1`.
    pub fn patch<F, Done>(
        &mut self,
        path: &str,
        permissions: &'static [Permission],
        f: F,
    ) -> &mut Route
    where
        F: Fn(Cx, Request) -> Done + Send + Sync + 'static,
        Done: Future<Output = Result<Response, Failure>> + Send + 'static,
    {
        self.add(RouteKind::Api, Method::PATCH, path, permissions, f)
    }

    /// Something to remove for programs, under `/api/v1`.
    pub fn delete<F, Done>(
        &mut self,
        path: &str,
        permissions: &'static [Permission],
        f: F,
    ) -> &mut Route
    where
        F: Fn(Cx, Request) -> Done + Send + Sync + 'static,
        Done: Future<Output = Result<Response, Failure>> + Send + 'static,
    {
        self.add(RouteKind::Api, Method::DELETE, path, permissions, f)
    }

    fn add<F, Done>(
        &mut self,
        kind: RouteKind,
        method: Method,
        path: &str,
        permissions: &'static [Permission],
        f: F,
    ) -> &mut Route
    where
        F: Fn(Cx, Request) -> Done + Send + Sync + 'static,
        Done: Future<Output = Result<Response, Failure>> + Send + 'static,
    {
        let path = match kind {
            RouteKind::Api => format!("/api/v1{path}"),
            RouteKind::Page | RouteKind::Form | RouteKind::Download | RouteKind::Stream => {
                path.to_owned()
            }
        };
        self.list.push_mut(Route {
            method,
            path,
            kind,
            permissions,
            handler: Arc::new(move |cx, request| Box::pin(f(cx, request))),
            body_limit: BODY_LIMIT,
            together: false,
            operation: Operation::default(),
        })
    }
}

impl Route {
    /// All its looks are at one point in time, with who asks: as by [`Cx::together`]. Only where nothing
    /// is sent: what changes something reads its body first.
    pub fn together(&mut self) -> &mut Self {
        self.together = self.method == Method::GET;
        self
    }

    /// Takes bodies of up to so many bytes: files.
    pub fn upload(&mut self, bytes: usize) -> &mut Self {
        self.body_limit = bytes + BODY_LIMIT;
        self
    }

    /// The type of the JSON body.
    pub fn takes<T: utoipa::ToSchema>(&mut self) -> &mut Self {
        self.operation.takes = Some(Described::of::<T>);
        self
    }

    /// What it does, and the type of its answer.
    pub fn gives<T: utoipa::ToSchema>(&mut self, status: u16, summary: &'static str) -> &mut Self {
        self.operation.summary = summary;
        self.operation.gives = Some((status, Described::of::<T>));
        self
    }

    /// What it does, when it answers with a page of a list of `T`.
    pub fn lists<T: utoipa::ToSchema>(&mut self, summary: &'static str) -> &mut Self {
        self.operation.summary = summary;
        self.operation.gives = Some((200, Described::listing::<T>));
        self
    }

    /// What it does, when it answers with nothing or with no JSON.
    pub fn does(&mut self, status: u16, summary: &'static str) -> &mut Self {
        self.operation.summary = summary;
        self.operation.status = Some(status);
        self
    }

    pub(crate) fn info(&self) -> RouteEntry {
        RouteEntry {
            method: self.method.to_string(),
            path: self.path.clone(),
            kind: self.kind,
            permissions: self.permissions.iter().map(|permission| permission.name).collect(),
            declared: self.permissions,
            writes: self.permissions.iter().any(|permission| permission.access == Access::Write),
        }
    }
}
