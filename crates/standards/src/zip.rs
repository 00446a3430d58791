//! Archives that everybody can open (ZIP), of a few files, as they are: nothing is packed.

/// A file of an archive.
#[derive(Debug, Clone)]
pub struct File<'f> {
    /// Its name, in ASCII.
    pub name: &'f str,
    /// Its bytes.
    pub bytes: &'f [u8],
}

/// The archive of these files; nothing when one is too large for the format's first form.
#[must_use]
pub fn archive(files: &[File<'_>]) -> Option<Vec<u8>> {
    let mut all = Vec::new();
    let mut directory = Vec::new();
    for file in files {
        let offset = u32::try_from(all.len()).ok()?;
        let header = header(file)?;
        all.extend_from_slice(b"PK\x03\x04");
        all.extend_from_slice(&header);
        all.extend_from_slice(file.name.as_bytes());
        all.extend_from_slice(file.bytes);
        directory.extend_from_slice(b"PK\x01\x02\x14\x00");
        directory.extend_from_slice(&header);
        // No comment, the first disk, no attributes.
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&offset.to_le_bytes());
        directory.extend_from_slice(file.name.as_bytes());
    }
    let count = u16::try_from(files.len()).ok()?;
    let (start, length) = (u32::try_from(all.len()).ok()?, u32::try_from(directory.len()).ok()?);
    all.extend_from_slice(&directory);
    all.extend_from_slice(b"PK\x05\x06\x00\x00\x00\x00");
    for number in [count, count] {
        all.extend_from_slice(&number.to_le_bytes());
    }
    for number in [length, start] {
        all.extend_from_slice(&number.to_le_bytes());
    }
    all.extend_from_slice(&[0; 2]);
    Some(all)
}

/// What both mentions of a file say: version, no flags, not packed, no time, sum, sizes, name.
fn header(file: &File<'_>) -> Option<Vec<u8>> {
    let size = u32::try_from(file.bytes.len()).ok()?;
    let mut header = vec![0x14, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
    header.extend_from_slice(&crc32fast::hash(file.bytes).to_le_bytes());
    header.extend_from_slice(&size.to_le_bytes());
    header.extend_from_slice(&size.to_le_bytes());
    header.extend_from_slice(&u16::try_from(file.name.len()).ok()?.to_le_bytes());
    header.extend_from_slice(&[0; 2]);
    Some(header)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_has_each_file_twice_and_ends_with_its_directory() {
        let files = [File { name: "a.csv", bytes: b"x,y\n1,2\n" }, File { name: "b", bytes: b"" }];
        let all = archive(&files).unwrap();
        assert_eq!(&all[..4], b"PK\x03\x04");
        // CRC-32 of "x,y\n1,2\n", by Python's zlib.
        let sum = u32::from_le_bytes(all[14..18].try_into().unwrap());
        assert_eq!(sum, crc32fast::hash(b"x,y\n1,2\n"));
        let end = &all[all.len() - 22..];
        assert_eq!(&end[..4], b"PK\x05\x06");
        assert_eq!(&end[8..12], &[2, 0, 2, 0]);
        let start = u32::from_le_bytes(end[16..20].try_into().unwrap()) as usize;
        assert_eq!(&all[start..start + 4], b"PK\x01\x02");
    }
}
