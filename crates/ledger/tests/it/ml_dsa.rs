//! C2SP's accumulated vectors for ML-DSA-44: keys from seeds, and signatures of an empty message,
//! hashed together. One hash stands for them all.

use data_encoding::HEXLOWER;
use ml_dsa::{Keypair as _, MlDsa44, SigningKey};
use shake::{
    Shake128,
    digest::{ExtendableOutput as _, Update as _, XofReader as _},
};

use crate::support::count;

const HUNDRED: &str = "d51148e1f9f4fa1a723a6cf42e25f2a99eb5c1b378b3d2dbbd561b1203beeae4";
const TEN_THOUSAND: &str = "e7fd21f6a59bcba60d65adc44404bb29a7c00e5d8d3ec06a732c00a306a7d143";

#[test]
fn keys_and_signatures_are_those_of_the_published_vectors() {
    assert_eq!(accumulated(100), HUNDRED);
    if count(0, 1) > 0 {
        assert_eq!(accumulated(10_000), TEN_THOUSAND);
    }
}

fn accumulated(count: usize) -> String {
    let mut seeds = Shake128::default().finalize_xof();
    let mut all = Shake128::default();
    for _ in 0..count {
        let mut seed = [0; 32];
        seeds.read(&mut seed);
        let key = SigningKey::<MlDsa44>::from_seed(&seed.into());
        let public = key.verifying_key();
        all.update(&public.encode());
        let signature = key.expanded_key().sign_deterministic(b"", b"").unwrap();
        all.update(&signature.encode());
        assert!(public.verify_with_context(b"", b"", &signature));
    }
    let mut result = [0; 32];
    all.finalize_xof().read(&mut result);
    HEXLOWER.encode(&result)
}
