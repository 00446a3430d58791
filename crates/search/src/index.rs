//! The index: documents with who may find them, and questions whose answers hold nothing else.

use std::{
    collections::BTreeMap,
    fs,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use base::{PartnershipId, Role};
use tantivy::{
    DocAddress, Index as Tantivy, IndexReader, IndexWriter, ReloadPolicy, Searcher,
    TantivyDocument, Term,
    collector::{Count, DocSetCollector, TopDocs},
    query::{
        BooleanQuery, BoostQuery, ConstScoreQuery, FuzzyTermQuery, Occur, Query, TermQuery,
        TermSetQuery,
    },
    schema::{
        Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
        Value as _,
    },
    tokenizer::{AsciiFoldingFilter, LowerCaser, RemoveLongFilter, SimpleTokenizer, TextAnalyzer},
};
use web::{Document, Find, Readers};

use crate::Error;

/// Counts the shapes of the index: an index of another shape is made anew.
const SHAPE: &str = "shape-1";

/// What the writer may hold in memory before it writes.
const WRITER_BYTES: usize = 20_000_000;

/// The most words of a question that count.
const MOST_WORDS: usize = 8;

/// Shorter beginnings of words find only whole words.
const LEAST_LETTERS: usize = 2;

const TOKENIZER: &str = "folded";

/// Where an index lives.
#[derive(Debug, Clone)]
pub enum Home {
    /// In a folder of its own.
    Folder(PathBuf),
    /// In memory, for tests.
    Memory,
}

/// The index of one server.
pub struct Index {
    home: Home,
    tantivy: Tantivy,
    reader: IndexReader,
    writer: Mutex<Option<IndexWriter>>,
    fields: Fields,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index").field("home", &self.home).finish_non_exhaustive()
    }
}

#[derive(Debug, Clone, Copy)]
struct Fields {
    key: Field,
    partnership: Field,
    kind: Field,
    id: Field,
    organization: Field,
    audience: Field,
    title: Field,
    text: Field,
}

/// How far each record is in the index, by its partnership; '' is the installation's own.
pub(crate) type Seen = BTreeMap<String, i64>;

/// A document's name: its partnership, kind and identifier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) partnership: PartnershipId,
    pub(crate) kind: String,
    pub(crate) id: String,
}

/// One change of the index.
#[derive(Debug)]
pub(crate) enum Change {
    Put(PartnershipId, &'static Find, Document),
    Drop(Key),
    /// Everything of a partnership, before it is read anew.
    DropAll(PartnershipId),
}

/// A question with the rights of the one who asks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Question {
    pub(crate) words: String,
    /// What the reader is, where: only documents for one of these are found and counted.
    pub(crate) audience: Vec<String>,
    pub(crate) kinds: Vec<String>,
    pub(crate) partnership: Option<PartnershipId>,
    pub(crate) organization: Option<String>,
    pub(crate) from: usize,
    pub(crate) limit: usize,
}

/// What was found: how many, and the best of them.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) total: usize,
    pub(crate) keys: Vec<Key>,
}

impl Index {
    /// Opens the index, or makes an empty one where there is none that fits.
    ///
    /// # Errors
    /// When the folder can't be used.
    pub fn open(home: Home) -> Result<Self, Error> {
        let (schema, fields) = schema();
        let index = match &home {
            Home::Memory => Tantivy::create_in_ram(schema),
            Home::Folder(folder) => open_folder(folder, schema)?,
        };
        let folded = TextAnalyzer::builder(SimpleTokenizer::default())
            .filter(RemoveLongFilter::limit(60))
            .filter(LowerCaser)
            .filter(AsciiFoldingFilter)
            .build();
        index.tokenizers().register(TOKENIZER, folded);
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { home, tantivy: index, reader, writer: Mutex::default(), fields })
    }

    /// How far it has read the record of each partnership.
    pub(crate) fn seen(&self) -> Result<Seen, Error> {
        let payload = self.tantivy.load_metas()?.payload.unwrap_or_default();
        Ok(serde_json::from_str(&payload).unwrap_or_default())
    }

    /// Forgets everything, so that all is read anew.
    ///
    /// # Errors
    /// When the index can't be written.
    pub fn clear(&self) -> Result<(), Error> {
        self.written(
            |writer| {
                writer.delete_all_documents()?;
                Ok(())
            },
            &Seen::new(),
        )
    }

    /// Carries changes out, together with how far the record was read: both or neither.
    pub(crate) fn write(&self, changes: Vec<Change>, seen: &Seen) -> Result<(), Error> {
        self.written(
            |writer| {
                for change in changes {
                    match change {
                        Change::Put(partnership, find, document) => {
                            let key = Key::of(partnership, find.kind, &document.id);
                            writer.delete_term(Term::from_field_text(self.fields.key, &key.text()));
                            writer.add_document(self.document(&key, find, &document))?;
                        }
                        Change::Drop(key) => {
                            writer.delete_term(Term::from_field_text(self.fields.key, &key.text()));
                        }
                        Change::DropAll(partnership) => {
                            let id = partnership.to_string();
                            writer.delete_term(Term::from_field_text(self.fields.partnership, &id));
                        }
                    }
                }
                Ok(())
            },
            seen,
        )
    }

    /// Reads what another program wrote.
    pub(crate) fn reload(&self) -> Result<(), Error> {
        Ok(self.reader.reload()?)
    }

    fn written(
        &self,
        work: impl FnOnce(&mut IndexWriter) -> Result<(), Error>,
        seen: &Seen,
    ) -> Result<(), Error> {
        let mut kept = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let writer = match &mut *kept {
            Some(writer) => writer,
            None => kept.insert(self.new_writer()?),
        };
        let done = work(writer).and_then(|()| {
            let mut commit = writer.prepare_commit()?;
            commit.set_payload(&serde_json::to_string(seen).map_err(::store::Error::from)?);
            commit.commit()?;
            Ok(self.reader.reload()?)
        });
        if done.is_err() {
            // What a writer holds after a failure is not known: the next write begins with a new one.
            *kept = None;
        }
        done
    }

    fn new_writer(&self) -> Result<IndexWriter, Error> {
        match (self.tantivy.writer_with_num_threads(1, WRITER_BYTES), &self.home) {
            (Err(tantivy::TantivyError::LockFailure(..)), Home::Folder(folder)) => {
                Err(Error::Kept { folder: folder.clone() })
            }
            (made, _) => Ok(made?),
        }
    }

    fn document(&self, key: &Key, find: &Find, from: &Document) -> TantivyDocument {
        let fields = self.fields;
        let mut document = TantivyDocument::default();
        document.add_text(fields.key, key.text());
        document.add_text(fields.partnership, key.partnership.to_string());
        document.add_text(fields.kind, &key.kind);
        document.add_text(fields.id, &key.id);
        document.add_text(fields.title, &from.title);
        for text in &from.texts {
            document.add_text(fields.text, text);
        }
        for organization in &from.organizations {
            document.add_text(fields.organization, organization.to_string());
        }
        for audience in audience(key.partnership, find.permission.roles, &from.readers) {
            document.add_text(fields.audience, audience);
        }
        document
    }

    /// What a reader may find, the best first. Whoever may see nothing finds nothing.
    pub(crate) fn find(&self, question: &Question) -> Result<Found, Error> {
        let words = self.words(&question.words)?;
        if words.is_empty() || question.audience.is_empty() || question.kinds.is_empty() {
            return Ok(Found::default());
        }
        let fields = self.fields;
        let mut parts: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        // The rights come first: what is not for the reader is neither ranked nor counted.
        parts.push((Occur::Must, any_of(fields.audience, &question.audience)));
        parts.push((Occur::Must, any_of(fields.kind, &question.kinds)));
        if let Some(partnership) = question.partnership {
            parts.push((Occur::Must, any_of(fields.partnership, &[partnership.to_string()])));
        }
        if let Some(organization) = &question.organization {
            let only = std::slice::from_ref(organization);
            parts.push((Occur::Must, any_of(fields.organization, only)));
        }
        parts.extend(words.iter().map(|word| (Occur::Must, self.word(word))));
        let query = BooleanQuery::new(parts);
        let searcher = self.reader.searcher();
        let best = TopDocs::with_limit(question.limit.max(1)).and_offset(question.from);
        let (best, total) = searcher.search(&query, &(best.order_by_score(), Count))?;
        let mut keys = Vec::with_capacity(best.len());
        for (_, address) in best {
            keys.extend(self.key(&searcher, address)?);
        }
        Ok(Found { total, keys })
    }

    /// Where a record stands that is the same in several partnerships, such as a person.
    pub(crate) fn places(&self, kind: &str, id: &str) -> Result<Vec<PartnershipId>, Error> {
        let fields = self.fields;
        let query = BooleanQuery::new(vec![
            (Occur::Must, any_of(fields.kind, &[kind.to_owned()])),
            (Occur::Must, any_of(fields.id, &[id.to_owned()])),
        ]);
        let searcher = self.reader.searcher();
        let found = searcher.search(&query, &DocSetCollector)?.into_iter();
        let keys = found.map(|address| self.key(&searcher, address));
        let keys = keys.collect::<Result<Vec<_>, Error>>()?;
        let mut places: Vec<_> = keys.into_iter().flatten().map(|key| key.partnership).collect();
        places.sort_unstable();
        Ok(places)
    }

    fn key(&self, searcher: &Searcher, address: DocAddress) -> Result<Option<Key>, Error> {
        let document: TantivyDocument = searcher.doc(address)?;
        let value = document.get_first(self.fields.key);
        Ok(value.and_then(|value| value.as_str().and_then(Key::read)))
    }

    /// A word, whole or as the beginning of one; in a title it counts most.
    fn word(&self, word: &str) -> Box<dyn Query> {
        let Fields { title, text, .. } = self.fields;
        let mut ways: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for (field, weight) in [(title, 4.0), (text, 1.0)] {
            let term = Term::from_field_text(field, word);
            let whole = TermQuery::new(term.clone(), IndexRecordOption::WithFreqs);
            ways.push((Occur::Should, Box::new(BoostQuery::new(Box::new(whole), weight))));
            if word.chars().count() >= LEAST_LETTERS {
                let start = FuzzyTermQuery::new_prefix(term, 0, false);
                ways.push((
                    Occur::Should,
                    Box::new(BoostQuery::new(Box::new(start), weight / 2.0)),
                ));
            }
        }
        Box::new(BooleanQuery::new(ways))
    }

    /// The words of a text as the index compares them, each once.
    pub(crate) fn words(&self, text: &str) -> Result<Vec<String>, Error> {
        let mut analyzer = self.tantivy.tokenizer_for_field(self.fields.title)?;
        let mut stream = analyzer.token_stream(text);
        let mut words: Vec<String> = Vec::new();
        while let Some(token) = stream.next() {
            if !words.contains(&token.text) && words.len() < MOST_WORDS {
                words.push(token.text.clone());
            }
        }
        Ok(words)
    }
}

impl Key {
    pub(crate) fn of(partnership: PartnershipId, kind: &str, id: &str) -> Self {
        Self { partnership, kind: kind.to_owned(), id: id.to_owned() }
    }

    fn text(&self) -> String {
        format!("{}/{}/{}", self.partnership, self.kind, self.id)
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '/');
        let (partnership, kind, id) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self::of(partnership.parse().ok()?, kind, id))
    }
}

/// Who may find a document: a role in its partnership, where it is narrower with an organization
/// or as a certain person.
fn audience(partnership: PartnershipId, roles: &[Role], readers: &Readers) -> Vec<String> {
    let mut all = Vec::new();
    for role in roles {
        match readers {
            Readers::Permitted => all.push(format!("{partnership}/{role}")),
            Readers::Only(organizations, people) => {
                let whose = organizations.iter().map(ToString::to_string);
                let whose = whose.chain(people.iter().map(ToString::to_string));
                all.extend(whose.map(|whose| format!("{partnership}/{role}/{whose}")));
            }
        }
    }
    all
}

/// What a reader is with one of their roles: the other side of [`audience`].
pub(crate) fn reader(
    partnership: PartnershipId,
    role: Role,
    organization: base::OrganizationId,
    person: base::PersonId,
) -> [String; 3] {
    [
        format!("{partnership}/{role}"),
        format!("{partnership}/{role}/{organization}"),
        format!("{partnership}/{role}/{person}"),
    ]
}

fn any_of(field: Field, texts: &[String]) -> Box<dyn Query> {
    let terms = texts.iter().map(|text| Term::from_field_text(field, text));
    Box::new(ConstScoreQuery::new(Box::new(TermSetQuery::new(terms)), 0.0))
}

fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(TOKENIZER)
        .set_index_option(IndexRecordOption::WithFreqs);
    let words = TextOptions::default().set_indexing_options(indexing);
    let fields = Fields {
        key: builder.add_text_field("key", STRING | STORED),
        partnership: builder.add_text_field("partnership", STRING),
        kind: builder.add_text_field("kind", STRING),
        id: builder.add_text_field("id", STRING),
        organization: builder.add_text_field("organization", STRING),
        audience: builder.add_text_field("audience", STRING),
        title: builder.add_text_field("title", words.clone()),
        text: builder.add_text_field("text", words),
    };
    (builder.build(), fields)
}

/// Opens the index in a folder; one of another shape, or a broken one, is made anew: all of it comes
/// from the database. Of servers that begin together one makes it, while the others wait.
fn open_folder(folder: &std::path::Path, schema: Schema) -> Result<Tantivy, Error> {
    let failed = |source| Error::Folder { folder: folder.to_owned(), source };
    if let Some(parent) = folder.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    // Beside the folder, which may go. It is let go with the file, also when the program dies.
    let turn = fs::File::create(folder.with_extension("lock")).map_err(failed)?;
    turn.lock().map_err(failed)?;
    let shape = folder.join(SHAPE);
    if shape.is_file() {
        match Tantivy::open_in_dir(folder) {
            Ok(index) if index.schema() == schema => return Ok(index),
            Ok(_) => tracing::info!("the search index has another shape and is made anew"),
            Err(error) => tracing::warn!(%error, "the search index is broken and is made anew"),
        }
    }
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(failed(error)),
        Ok(()) | Err(_) => {}
    }
    fs::create_dir_all(folder).map_err(failed)?;
    let index = Tantivy::create_in_dir(folder, schema)?;
    fs::write(&shape, "").map_err(failed)?;
    Ok(index)
}
