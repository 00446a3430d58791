//! Archives of files (POSIX ustar), piece by piece, so that none has to be in memory whole.

/// Each file begins at a multiple of this, and two empty blocks end an archive.
const BLOCK: usize = 512;

/// A file of an archive: its header, its bytes, and what fills the last block. Names have at most
/// 100 bytes.
#[must_use]
pub fn file(name: &str, bytes: &[u8], modified_seconds: u64) -> Vec<u8> {
    let mut header = [0_u8; BLOCK];
    put(&mut header, 0, name.as_bytes().get(..100).unwrap_or(name.as_bytes()));
    put(&mut header, 100, b"0000644\0");
    put(&mut header, 108, b"0000000\0");
    put(&mut header, 116, b"0000000\0");
    put(&mut header, 124, format!("{:011o}\0", bytes.len()).as_bytes());
    put(&mut header, 136, format!("{modified_seconds:011o}\0").as_bytes());
    put(&mut header, 148, b"        ");
    put(&mut header, 156, b"0");
    put(&mut header, 257, b"ustar\x0000");
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    put(&mut header, 148, format!("{sum:06o}\0 ").as_bytes());
    let mut all = header.to_vec();
    all.extend_from_slice(bytes);
    all.resize(all.len().next_multiple_of(BLOCK), 0);
    all
}

/// What ends an archive.
#[must_use]
pub const fn end() -> [u8; 2 * BLOCK] {
    [0; 2 * BLOCK]
}

fn put(header: &mut [u8; BLOCK], at: usize, bytes: &[u8]) {
    for (to, from) in header.iter_mut().skip(at).zip(bytes) {
        *to = *from;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_a_header_with_its_sum_and_whole_blocks() {
        let all = file("tile/0/000", b"hello", 1_790_000_000);
        assert_eq!(all.len(), 2 * BLOCK);
        assert_eq!(&all[257..263], b"ustar\0");
        assert_eq!(&all[124..136], b"00000000005\0");
        let stored = u32::from_str_radix(std::str::from_utf8(&all[148..154]).unwrap(), 8).unwrap();
        let blank: u32 = all[..148].iter().chain(&all[156..512]).map(|byte| u32::from(*byte)).sum();
        assert_eq!(stored, blank + 8 * 32);
        assert_eq!(file("empty", b"", 0).len(), BLOCK);
    }
}
