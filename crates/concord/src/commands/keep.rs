//! `backup`, `restore`, `migrate` and `jobs`: what an operator does with the data as a whole.

use std::{fs, io::Read, path::Path};

use base::JobId;

use crate::{
    configuration::{Configuration, Storage},
    contexts,
    failure::Failure,
    installation,
    out::{self, say, tell},
};

/// Copies everything into a new file.
pub(super) async fn backup(configuration: &Configuration, file: &Path) -> Result<(), Failure> {
    refuse_existing(file)?;
    installation::must_exist(configuration)?;
    let store = installation::open(configuration)?;
    tell!("writing {} …", file.display());
    store
        .backup(file, &contexts::migrations())
        .await
        .map_err(Failure::because("the backup was not made"))?;
    let bytes = fs::metadata(file).map_err(Failure::because("the backup can't be read"))?.len();
    say!("{} holds everything, {} KB", file.display(), bytes.div_ceil(1000))?;
    Ok(())
}

fn refuse_existing(file: &Path) -> Result<(), Failure> {
    if file.exists() {
        let file = file.display();
        return Err(Failure::Unusable(format!("`{file}` is there already; name a new file")));
    }
    Ok(())
}

/// Puts a backup where nothing is.
pub(super) async fn restore(configuration: &Configuration, file: &Path) -> Result<(), Failure> {
    if !file.is_file() {
        return Err(Failure::Unusable(format!("there is no file `{}`", file.display())));
    }
    if let Storage::Folder(folder) = &configuration.storage {
        let held = fs::read_dir(folder).map(|mut entries| entries.next().is_some());
        if held.unwrap_or(false) {
            return Err(Failure::Unusable(format!(
                "the folder `{}` is not empty; a restore writes over nothing, so name a new folder \
                 with --data",
                folder.display()
            )));
        }
    }
    refuse_other_files(file)?;
    tell!("reading {} …", file.display());
    if let Storage::Folder(folder) = &configuration.storage {
        installation::make_private(folder)?;
    }
    store::restore(file, installation::options(configuration)?, &contexts::migrations())
        .await
        .map_err(Failure::because("the backup was not restored"))?;
    let store = installation::open(configuration)?;
    let problems =
        store.integrity().await.map_err(Failure::because("the restored data can't be checked"))?;
    for problem in &problems {
        say!("problem: {problem}")?;
    }
    if !problems.is_empty() {
        return Err(Failure::Told);
    }
    say!("restored and checked; start it with `concord serve`")?;
    Ok(())
}

/// What every backup begins with.
const MAGIC: &[u8] = b"SQLite format 3\0";

fn refuse_other_files(file: &Path) -> Result<(), Failure> {
    let mut first = [0; MAGIC.len()];
    let read = fs::File::open(file).and_then(|mut file| file.read_exact(&mut first));
    match read {
        Ok(()) if first == MAGIC => Ok(()),
        _ => Err(Failure::Unusable(format!("`{}` is no backup of Concord", file.display()))),
    }
}

/// Brings the tables up to date.
pub(super) async fn migrate(configuration: &Configuration) -> Result<(), Failure> {
    let store = installation::open(configuration)?;
    let applied = store
        .migrate(&contexts::migrations())
        .await
        .map_err(Failure::because("the tables could not be changed; nothing was"))?;
    for name in &applied {
        say!("applied {name}")?;
    }
    if applied.is_empty() {
        say!("the tables are up to date")?;
    }
    Ok(())
}

/// Makes the search index of this machine anew.
pub(super) async fn reindex(configuration: &Configuration) -> Result<(), Failure> {
    let store = installation::open_ready(configuration).await?;
    let index = installation::open_index(configuration, &store)?;
    // The contexts say how their records are found.
    let _app = installation::assemble(configuration, store.clone(), None)?;
    tell!("reading all records …");
    index.clear().map_err(Failure::because("the search index was not made"))?;
    let records = search::catch_up(&store, &index).await;
    let records = records.map_err(Failure::because("the search index was not made"))?;
    say!("{records} records can be found")?;
    Ok(())
}

/// A dead job as it is printed.
#[derive(serde::Serialize)]
struct Dead {
    job: String,
    kind: String,
    partnership: Option<String>,
    attempts: i64,
    at: String,
    last_error: Option<String>,
}

/// Lists the jobs that failed for good.
pub(super) async fn dead_jobs(configuration: &Configuration, json: bool) -> Result<(), Failure> {
    let store = installation::open_ready(configuration).await?;
    let jobs = store.dead_jobs().await.map_err(Failure::because("the jobs can't be read"))?;
    let jobs: Vec<Dead> = jobs
        .into_iter()
        .map(|job| Dead {
            job: job.id.to_string(),
            kind: job.kind,
            partnership: job.partnership.map(|id| id.to_string()),
            attempts: job.attempts,
            at: job.at.rfc3339(),
            last_error: job.last_error,
        })
        .collect();
    if json {
        out::json(&jobs)?;
        return Ok(());
    }
    for job in &jobs {
        let error = job.last_error.as_deref().unwrap_or("no error was noted");
        say!("{}  {}  tried {} times, last {}: {error}", job.job, job.kind, job.attempts, job.at)?;
    }
    if jobs.is_empty() {
        say!("no job has failed for good")?;
    }
    Ok(())
}

/// Gives jobs another try.
pub(super) async fn retry_jobs(
    configuration: &Configuration,
    named: &[String],
    all: bool,
) -> Result<(), Failure> {
    let parse = |text: &String| {
        text.parse::<JobId>().map_err(|_wrong| {
            Failure::Unusable(format!("`{text}` is no job; `concord jobs dead` lists them"))
        })
    };
    let named = named.iter().map(parse).collect::<Result<Vec<_>, _>>()?;
    let store = installation::open_ready(configuration).await?;
    let jobs = if all {
        let dead = store.dead_jobs().await.map_err(Failure::because("the jobs can't be read"))?;
        dead.into_iter().map(|job| job.id).collect()
    } else {
        named
    };
    let mut missed = 0;
    for job in &jobs {
        if store.retry(*job).await.map_err(Failure::because("the job can't be changed"))? {
            say!("{job} waits for another try")?;
        } else {
            missed += 1;
            say!("{job} is not among the jobs that failed for good")?;
        }
    }
    if missed == 0 { Ok(()) } else { Err(Failure::Told) }
}
