//! Evidence: links and files, taken for what they are and only ever sent as a download.

use serde_json::json;
use web::testing::both_databases;

use super::*;

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n";

both_databases! {
    async fn a_file_is_kept_and_sent_as_a_download(db) {
        let (app, county) = start(db).await;
        let path = open(&app, &county, "Send the list", "2026-05-29").await;
        let page = page_of(&path);
        let fields = [("label", "List of May 8"), ("revision", "2")];
        let to = format!("{page}/evidence");
        assert_eq!(app.post_file(&county.alicia, &to, &fields, ("file", "../list.pdf", PDF)).await.status, 303);
        let seen: Value = app.get(&county.jo, &path).await.json();
        let piece = &seen["evidence"][0];
        assert_eq!(piece["media_type"], "application/pdf");
        let file = app.get(&county.guest, &format!("{page}/evidence/{}", id(piece))).await.expect(200);
        assert_eq!(file.body, PDF);
        assert_eq!(file.header("content-type"), "application/pdf");
        assert!(file.header("content-disposition").starts_with("attachment; filename=\"List of May 8.pdf\""));
        assert_eq!(file.header("x-content-type-options"), "nosniff");
        assert!(file.header("content-security-policy").contains("sandbox"));
        // Another partnership's address does not open it.
        let foreign = format!("{page}/evidence/{}", id(piece)).replace("riverbend", "northfork");
        assert_eq!(app.get(&county.stranger, &foreign).await.status, 404);
        app.close().await;
    }

    async fn only_safe_kinds_and_sizes_are_taken(db) {
        let (app, county) = start(db).await;
        let path = open(&app, &county, "Send the list", "2026-05-29").await;
        let to = format!("{}/evidence", page_of(&path));
        let fields = [("label", "List")];
        for (name, bytes, said) in [
            ("list.pdf", b"<html><script>alert(1)</script>".to_vec(), "This kind of file is not taken"),
            ("list.svg", b"<svg onload='alert(1)'/>".to_vec(), "This kind of file is not taken"),
            ("list.exe", b"MZ\x90\0\x03\0\0\0".to_vec(), "This kind of file is not taken"),
            ("list.txt", Vec::new(), "The file is empty"),
            ("list.txt", vec![b'a'; plan::MOST_BYTES + 1], "larger than 10 MB"),
        ] {
            let answer = app.post_file(&county.alicia, &to, &fields, ("file", name, &bytes)).await;
            assert!(matches!(answer.status, 413 | 422), "{name}: {}", answer.status);
            assert!(answer.text().contains(said), "{name}: {}", answer.text());
        }
        let most = vec![b'a'; plan::MOST_BYTES];
        assert_eq!(app.post_file(&county.alicia, &to, &fields, ("file", "a.txt", &most)).await.status, 303);
        let none = app.post(&county.alicia, &to, &[("label", "x")]).await;
        assert!(none.text().contains("Add a link or choose a file."), "{}", none.text());
        let script = app.post(&county.alicia, &to, &[("label", "x"), ("link", "javascript:alert(1)")]).await;
        assert_eq!(script.status, 422);
        app.close().await;
    }

    async fn only_who_added_it_takes_it_away_and_the_history_remembers(db) {
        let (app, county) = start(db).await;
        let path = open(&app, &county, "Send the list", "2026-05-29").await;
        let link = json!({"label": "The list", "link": "https://housing.example/list"});
        let seen = act(&app, &county.alicia, &path, "evidence", link).await;
        let remove = format!("{}/evidence/{}/remove", page_of(&path), id(&seen["evidence"][0]));
        assert_eq!(app.post(&county.sam, &remove, &[]).await.status, 403);
        assert_eq!(app.post(&county.jo, &remove, &[]).await.status, 403);
        assert_eq!(app.post(&county.alicia, &remove, &[]).await.status, 303);
        let seen: Value = app.get(&county.jo, &path).await.json();
        assert_eq!(seen["evidence"], json!([]));
        let page = app.get(&county.jo, page_of(&path)).await.text();
        assert!(page.contains("Alicia Moreno removed evidence: The list"), "{page}");
        app.close().await;
    }

    async fn done_comes_with_its_evidence_in_one_change(db) {
        let (app, county) = start(db).await;
        let path = open(&app, &county, "Send the list", "2026-05-29").await;
        let done = format!("{}/done", page_of(&path));
        let bad = app.post_file(&county.alicia, &done, &[("note", "Sent")], ("file", "a.exe", b"MZ\x90\0")).await;
        assert_eq!(bad.status, 422);
        let seen: Value = app.get(&county.jo, &path).await.json();
        assert_eq!(seen["state"], "open", "nothing of it happened");
        assert_eq!(app.post_file(&county.alicia, &done, &[("note", "Sent")], ("file", "list.pdf", PDF)).await.status, 303);
        let seen: Value = app.get(&county.jo, &path).await.json();
        assert_eq!((&seen["state"], &seen["evidence"][0]["label"]), (&json!("claimed"), &json!("list.pdf")));
        let undo = format!("{}/undo", page_of(&path));
        assert_eq!(app.post(&county.alicia, &undo, &[]).await.status, 303);
        app.close().await;
    }
}
