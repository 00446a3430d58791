//! The only way to show meetings to everybody, or to the partnership alone again.

use store::Cx;

use crate::{
    Error, access,
    meeting::{
        MeetingError,
        events::{Hidden, Shown},
    },
};

/// Shows open meetings to everybody, or to the partnership alone again.
///
/// # Errors
/// When it is so already, or the caller does not coordinate the partnership.
pub async fn show(cx: &Cx, to_everybody: bool) -> Result<(), Error> {
    let mut tx = cx.write(access::SHOW_MEETINGS).await?;
    if !tx.show(access::PUBLIC_PART, to_everybody).await? {
        return Err(MeetingError::Same.into());
    }
    let partnership = tx.place()?.partnership;
    if to_everybody {
        tx.commit(&Shown { partnership }).await?;
    } else {
        tx.commit(&Hidden { partnership }).await?;
    }
    Ok(())
}
