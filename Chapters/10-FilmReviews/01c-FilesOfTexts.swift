// # Ten thousand small files
//
// Section 10.1 · After this page you can collect texts from folders, and know what may be wrong with them.

import Common
import Figures
import Foundation
import Notebook
import Text

// IMDb's reviews are plain files, one for each text, in folders that say what they are: `train/pos`, `train/neg`,
// `test/pos`, `test/neg` and `unsup`. `textFiles(in:folders:)`, of the module Text, lists all that end in `.txt`,
// always in the same order. (The book's `get_text_files`. Its order is that of the file system, which differs from
// computer to computer; so its "first review" is another one than ours.)

// Such a list has thousands of entries; nobody wants to see them all. `briefly` shows how many there are, and the first
// few:

/// A list in short: how long it is, and its first items. (The book's `coll_repr`.)
public func briefly<Item>(_ list: some Collection<Item>, _ count: Int) -> String {
    let items = list.prefix(count).map { "\($0)" }.joined(separator: ", ")
    return "(\(list.count)) [\(items)\(list.count > count ? ", …" : "")]"
}

extension FilmReviews {
    func firstReview() throws {
        let reviews = try reviews
        let part = reviews.unlabelled.count > 0 ? reviews.unlabelled : reviews.train
        // #hide
        if let unread = reviews.problems.first {
            show("\(reviews.problems.count), first: \(unread)", "files passed over, because they are no texts")
        }
        // #hide
        if let mended = reviews.repaired.first {
            show("\(reviews.repaired.count), first: \(mended)", "texts in which wrong bytes were replaced")
        }
        show(briefly(part.paths, 3), "the files")
        show(String(try part.text(0).prefix(75)), "the first 75 characters of the first review")
    }
}

extension FilmReviews {
    func filesOfTheWorld() throws {
        // Files come from all over the world, and some of them are broken. What then? A text with a few wrong bytes is
        // still a text; it is read, and each wrong place becomes �. A picture that is called a text is passed over, and
        // named: `VerifiedTexts` looks into all files before a training begins, as `VerifiedPhotos` did in section 5.3.
        // An empty file is reported. A folder in which a whole class is missing is an error, because a net would learn
        // from it that everybody likes every film.
        let files: [(name: String, bytes: Data)] = [
            ("pos/good.txt", Data("Très bien, a joy".utf8)), ("pos/mark.txt", Data([0xEF, 0xBB, 0xBF] + "Fine".utf8)),
            ("pos/broken.txt", Data("caf".utf8 + [0xE9] + " was good".utf8)), ("pos/empty.txt", Data()),
            ("pos/notes.md", Data("no review".utf8)),
            ("pos/poster.txt", Data([0x89, 0x50, 0, 0, 0, 13, 0, 0, 1, 0, 0, 0])),
        ]
        try inTemporaryFolder { folder in
            try FileManager.default.createDirectory(
                at: folder.appending(path: "pos"), withIntermediateDirectories: true)
            for (name, bytes) in files { try bytes.write(to: folder.appending(path: name)) }
            let found = try textFiles(in: folder)
            show(
                found.count, "files found",
                predict: .count("Six files are in the folder, one of them is called notes.md. How many are found?", 5))
            func text(_ problem: TextProblem) -> String {
                "\(URL(filePath: problem.file).lastPathComponent): \(problem.problem)"
            }
            let verified = VerifiedTexts(found)
            show(verified.problems.map(text), "passed over")
            let tokenized = try Tokenizer().tokenized(files: verified.readable)
            var table = TextTable(["file", "tokens"])
            for (file, tokens) in zip(verified.readable, tokenized.texts) {
                table.add(file.lastPathComponent, tokens.joined(separator: " | "))
            }
            show(table, "What is read from each of the others")
            show(tokenized.repaired.map(text), "repaired")
            show(tokenized.empty.map(\.lastPathComponent), "empty")
            do { _ = try folderLabels(of: found, classes: ["neg", "pos"]) } catch let error as TextProblem {
                show(error.problem, "what is said where the class “neg” is missing")
            }
        }
    }
}
