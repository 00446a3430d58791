//! A witness never takes a log back and never confirms two forks of it.

use std::{
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use ledger::{
    AddCheckpoint, Edge, Note, Policy, Purpose, Refusal, Seen, SignedCheckpoint, SigningKey, Tree,
    VerifierKey, Witness, signature_lines,
};
use rand::RngExt as _;

use crate::support::{Files, ORIGIN, chance, entry, log_key, log_of, read, sign};

const NOW: u64 = 1_790_000_000;
const SIZES: u64 = 120;
/// From here on the two forks differ.
const FORK: u64 = 40;

fn keys() -> Vec<SigningKey> {
    let key =
        |purpose, secret| SigningKey::new("witness.example/w1", purpose, &[secret; 32]).unwrap();
    vec![key(Purpose::Cosignature, 7), key(Purpose::MlDsaCosignature, 8)]
}

fn witness(keys: Vec<SigningKey>) -> Witness {
    Witness::new(keys, vec![log_key(1).verifier().clone()])
}

fn fork(differs: bool) -> Files {
    let sizes: Vec<u64> = (1..=SIZES).collect();
    log_of(&sizes, &log_key(1), |n| entry(if differs && n >= FORK { n + 1_000 } else { n }))
}

fn state(files: &Files, size: u64) -> SignedCheckpoint {
    SignedCheckpoint::read(&files[&format!("checkpoint.{size}")]).unwrap()
}

fn request(files: &Files, old_size: u64, new: u64) -> AddCheckpoint {
    let proof = Tree::new(new, &read(files)).consistency(old_size.min(new)).unwrap();
    AddCheckpoint { old_size, proof, checkpoint: state(files, new) }
}

fn seen(files: &Files, size: u64) -> Seen {
    if size == 0 {
        return Seen::NOTHING;
    }
    Seen { size, root: state(files, size).checkpoint().root }
}

#[test]
fn a_checkpoint_that_continues_the_last_one_is_cosigned_with_both_keys() {
    let (files, witness) = (fork(false), witness(keys()));
    let request = request(&files, 20, 90);
    assert_eq!(AddCheckpoint::read(request.to_string().as_bytes()), Ok(request.clone()));
    let (next, lines) = witness.update(seen(&files, 20), &request, NOW).unwrap();
    assert_eq!(next, seen(&files, 90));
    let answer: String = lines.iter().map(ToString::to_string).collect();
    let mut note = request.checkpoint.note().clone();
    for line in signature_lines(&answer).unwrap() {
        note = note.with(line);
    }
    for key in keys() {
        let at_seconds = key.verifier().check(&note).unwrap().unwrap().at_seconds;
        assert_eq!(at_seconds, Some(NOW));
    }
    let policy =
        format!("log {}\nwitness w {}\nquorum w\n", log_key(1).verifier(), keys()[1].verifier());
    let confirmed = SignedCheckpoint::read(note.to_string().as_bytes()).unwrap();
    assert_eq!(Policy::read(policy.as_bytes()).unwrap().check(&confirmed).unwrap().len(), 1);
}

#[test]
fn each_refusal_of_the_specification_is_given() {
    let (files, other, witness) = (fork(false), fork(true), witness(keys()));
    let at_20 = seen(&files, 20);
    let judge = |seen, request: &AddCheckpoint| witness.update(seen, request, NOW).unwrap_err();

    let stranger = SigningKey::new("log.example/other", Purpose::Note, &[1; 32]).unwrap();
    let text = "log.example/other\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    let note = Note::new(text).unwrap().with(stranger.sign(text, 0).unwrap());
    let checkpoint = SignedCheckpoint::read(note.to_string().as_bytes()).unwrap();
    let unknown = AddCheckpoint { old_size: 0, proof: vec![], checkpoint };
    assert_eq!(judge(Seen::NOTHING, &unknown), Refusal::UnknownLog);

    let edge = Edge::empty().append([b"one"]).unwrap().written();
    let forged = sign(&edge, &log_key(2));
    let checkpoint = SignedCheckpoint::read(forged.as_bytes()).unwrap();
    let unsigned = AddCheckpoint { old_size: 0, proof: vec![], checkpoint };
    assert_eq!(judge(Seen::NOTHING, &unsigned), Refusal::NotSigned);

    let mut shrunk = request(&files, 20, 10);
    shrunk.proof.clear();
    assert_eq!(judge(at_20, &shrunk), Refusal::Shrunk);
    assert_eq!(judge(at_20, &request(&files, 19, 90)), Refusal::Stale { size: 20 });
    assert_eq!(judge(at_20, &request(&files, 0, 90)), Refusal::Stale { size: 20 });

    let mut no_proof = request(&files, 20, 90);
    no_proof.proof.pop();
    assert_eq!(judge(at_20, &no_proof), Refusal::Inconsistent);
    let mut from_nothing = request(&files, 0, 90);
    from_nothing.proof.push(at_20.root);
    assert_eq!(judge(Seen::NOTHING, &from_nothing), Refusal::Inconsistent);
    let at_60 = seen(&files, 60);
    assert_eq!(judge(at_60, &request(&other, 60, 90)), Refusal::Inconsistent);
    assert_eq!(judge(at_60, &request(&other, 60, 60)), Refusal::Inconsistent);
    assert!(witness.update(at_60, &request(&files, 60, 60), NOW).is_ok());

    let text = format!("{ORIGIN}\n0\n{}\n", at_20.root);
    let note = Note::new(text.clone()).unwrap().with(log_key(1).sign(&text, 0).unwrap());
    let checkpoint = SignedCheckpoint::read(note.to_string().as_bytes()).unwrap();
    let empty = AddCheckpoint { old_size: 0, proof: vec![], checkpoint };
    assert_eq!(judge(Seen::NOTHING, &empty), Refusal::Inconsistent);
}

#[test]
fn a_request_of_another_form_is_refused() {
    let text = request(&fork(false), 20, 90).to_string();
    let hash = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
    for (from, to) in [
        ("old 20", "old 020"),
        ("old 20", "new 20"),
        ("old 20\n", "old 20\n\n"),
        ("old 20\n", "old 20\nAAAA\n"),
        ("old 20\n", &format!("old 20\n{}", hash.repeat(63))),
        ("\n\n", "\n"),
    ] {
        let wrong = text.replacen(from, to, 1);
        assert!(AddCheckpoint::read(wrong.as_bytes()).is_err(), "{from:?} → {to:?}");
    }
}

/// A record that is compared and swapped, as the caller of `update` must have one.
struct Record(Mutex<(Seen, Vec<Seen>)>);

impl Record {
    fn swap(&self, old: Seen, new: Seen) -> bool {
        let mut record = self.0.lock().unwrap();
        let same = record.0 == old;
        if same {
            record.0 = new;
            record.1.push(new);
        }
        same
    }
}

#[test]
fn ten_thousand_requests_at_once_bring_no_roll_back_and_no_fork() {
    let forks = [fork(false), fork(true)];
    // Ed25519 alone: how it signs is not what is tried here.
    let witness = witness(keys().into_iter().take(1).collect());
    let record = Record(Mutex::new((Seen::NOTHING, Vec::new())));
    let (asked, cosigned) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for thread in 0..16 {
            let (forks, witness, record, asked, cosigned) =
                (&forks, &witness, &record, &asked, &cosigned);
            scope.spawn(move || {
                let mut random = chance(thread);
                while asked.fetch_add(1, Ordering::Relaxed) < 10_000 {
                    let seen = record.0.lock().unwrap().0;
                    let fork = &forks[random.random_range(0..2)];
                    // Sometimes late or wrong about what the witness saw last, like real logs.
                    let late = seen.size.saturating_sub(u64::from(random.random_ratio(1, 8)));
                    let new = (late + random.random_range(0..2)).clamp(1, SIZES);
                    let request = request(fork, late.min(new), new);
                    thread::yield_now();
                    if let Ok((next, _)) = witness.update(seen, &request, NOW)
                        && record.swap(seen, next)
                    {
                        cosigned.lock().unwrap().push(next);
                    }
                }
            });
        }
    });
    let (last, history) = record.0.into_inner().unwrap();
    assert!(history.windows(2).all(|pair| pair[0].size <= pair[1].size), "a roll back");
    assert!(last.size > FORK, "{last:?}");
    let of_fork = |fork: &Files| {
        cosigned.lock().unwrap().iter().all(|cosigned| seen(fork, cosigned.size) == *cosigned)
    };
    assert!(of_fork(&forks[0]) ^ of_fork(&forks[1]), "both forks were cosigned");
}

#[test]
fn a_key_for_logs_does_not_pass_for_a_witness() {
    let policy = format!("witness w {}\nquorum w\n", log_key(1).verifier());
    assert!(Policy::read(policy.as_bytes()).is_err());
    let note: VerifierKey = log_key(1).verifier().to_string().parse().unwrap();
    assert_eq!(note.purpose(), Purpose::Note);
}
