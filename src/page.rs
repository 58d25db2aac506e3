//! A page: what a report prints, as plain text or as Markdown.

use std::fmt::Write;

/// What a report says, block by block; written in one of two forms.
#[derive(Debug, Default)]
pub(crate) struct Page {
    blocks: Vec<Block>,
}

#[derive(Debug)]
enum Block {
    Heading(usize, String),
    Line(String),
    Item(usize, String),
    Table(Vec<String>, Vec<Vec<String>>),
}

impl Page {
    /// A heading; the level counts from 1.
    pub(crate) fn heading(&mut self, level: usize, text: impl Into<String>) {
        self.blocks.push(Block::Heading(level, one_line(text)));
    }

    /// A line of running text.
    pub(crate) fn line(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Line(one_line(text)));
    }

    /// An item of a list; the depth counts from 0.
    pub(crate) fn item(&mut self, depth: usize, text: impl Into<String>) {
        self.blocks.push(Block::Item(depth, one_line(text)));
    }

    /// A table with its head; nothing without rows.
    pub(crate) fn table(&mut self, head: &[&str], rows: Vec<Vec<String>>) {
        if !rows.is_empty() {
            let head = head.iter().map(|&cell| cell.to_owned()).collect();
            let rows = rows.into_iter().map(|row| row.into_iter().map(one_line).collect()).collect();
            self.blocks.push(Block::Table(head, rows));
        }
    }

    /// Plain text: headings bare, tables in columns.
    pub(crate) fn to_text(&self) -> String {
        let mut text = String::new();
        let mut before: Option<&Block> = None;
        for block in &self.blocks {
            let apart = matches!(
                (before, block),
                (Some(_), Block::Heading(..)) | (Some(Block::Table(..)), Block::Table(..))
            );
            if apart {
                text.push('\n');
            }
            before = Some(block);
            match block {
                Block::Heading(_, heading) => _ = writeln!(text, "{heading}"),
                Block::Line(line) => _ = writeln!(text, "{line}"),
                Block::Item(depth, item) => _ = writeln!(text, "{:indent$}- {item}", "", indent = depth * 2),
                Block::Table(head, rows) => columns(&mut text, head, rows),
            }
        }
        text
    }

    /// Markdown; what input might hold of its marks is escaped.
    pub(crate) fn to_markdown(&self) -> String {
        let mut text = String::new();
        let mut before: Option<&Block> = None;
        for block in &self.blocks {
            let joins = matches!((before, block), (Some(Block::Item(..)), Block::Item(..)));
            if before.is_some() && !joins {
                text.push('\n');
            }
            match block {
                Block::Heading(level, heading) => {
                    let _ = writeln!(text, "{} {}", "#".repeat(*level), escaped(heading));
                }
                Block::Line(line) => _ = writeln!(text, "{}", escaped(line)),
                Block::Item(depth, item) => {
                    let _ = writeln!(text, "{:indent$}- {}", "", escaped(item), indent = depth * 2);
                }
                Block::Table(head, rows) => {
                    row(&mut text, head);
                    let _ = writeln!(text, "|{}", "---|".repeat(head.len()));
                    for cells in rows {
                        row(&mut text, cells);
                    }
                }
            }
            before = Some(block);
        }
        text
    }
}

fn row(text: &mut String, cells: &[String]) {
    let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

/// Text on one line, so that what input holds is no line of the report.
fn one_line(text: impl Into<String>) -> String {
    let text = text.into();
    if text.contains(['\n', '\r']) { text.replace(['\n', '\r'], " ") } else { text }
}

/// Text with what Markdown would read as a mark escaped.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let is_mark = match c {
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '~' => true,
            '&' => text.get(at + 1..).is_some_and(is_named),
            _ => false,
        };
        if is_mark {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Whether what follows an ampersand is the name of a character in HTML; no name has more than 31 letters and digits.
fn is_named(rest: &str) -> bool {
    let name = rest.bytes().take(32).take_while(u8::is_ascii_alphanumeric).count();
    name > 0 && rest.as_bytes().get(name) == Some(&b';')
}

/// A table as columns, as wide as their widest cell; the last one is left ragged.
fn columns(text: &mut String, head: &[String], rows: &[Vec<String>]) {
    let width = |column: usize| {
        let cells = std::iter::once(head).chain(rows.iter().map(Vec::as_slice));
        cells.filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    for row in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)) {
        let cells: Vec<String> =
            row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        let _ = writeln!(text, "  {}", cells.join("  ").trim_end());
    }
}

/// Gives a report its two printed forms, from its `fn page(&self, Language) -> Page`.
macro_rules! printed {
    ($($report:ident)+) => {
        $(impl $report {
            /// The report as plain text.
            #[must_use]
            pub fn to_text(&self, language: $crate::Language) -> String {
                self.page(language).to_text()
            }

            /// The report as Markdown.
            #[must_use]
            pub fn to_markdown(&self, language: $crate::Language) -> String {
                self.page(language).to_markdown()
            }
        })+
    };
}

pub(crate) use printed;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_title_holds_is_no_mark_and_no_entity() {
        let mut page = Page::default();
        page.heading(1, "Horeca &amp; B&W; &#60; &lt;b&gt; ~~oud~~ [x](y) #1");
        page.line("B&W en Q & A; R&D");
        assert_eq!(
            page.to_markdown(),
            "# Horeca \\&amp; B\\&W; &\\#60; \\&lt;b\\&gt; \\~\\~oud\\~\\~ \\[x\\](y) \\#1\n\nB&W en Q & A; R&D\n"
        );
    }

    #[test]
    fn a_page_reads_as_text_and_as_markdown() {
        let mut page = Page::default();
        page.heading(1, "Agenda");
        page.line("from *2021*");
        page.item(0, "one");
        page.item(1, "two | three");
        page.item(1, "on\nthree\r\nlines");
        page.table(&["day", "what"], vec![vec!["2021-01-01".into(), "eval\nuation".into()]]);
        page.table(&["nothing"], vec![]);
        assert_eq!(
            page.to_text(),
            "Agenda\nfrom *2021*\n- one\n  - two | three\n  - on three  lines\n  day         what\n  2021-01-01  eval uation\n"
        );
        assert_eq!(
            page.to_markdown(),
            "# Agenda\n\nfrom \\*2021\\*\n\n- one\n  - two \\| three\n  - on three  lines\n\n| day | what |\n|---|---|\n| 2021-01-01 | eval uation |\n"
        );
    }
}
