// # From a folder to batches
//
// Section 10.1 · After this page you can put all steps together, look at what a net is going to be given, and know why
// nothing is tokenized twice.

import Common
import Figures
import Foundation
import Notebook
import Synchronization
import Text
import Training
import Vision

// You have all the parts: list the files, cut their texts into tokens, make a vocabulary, number the tokens, and cut
// the stream into batches. The book's library has a plan for that, a `DataBlock` with a `TextBlock`. (Its `from_folder`
// has to look at all texts before it can make the block, since the vocabulary comes from them; `is_lm` says that it is
// for a language model.) Here it takes a line for each step, and so you see at each what comes out. (With the book's
// plan, `DataBlock.summary` shows it; section 6.2 does so for photos.)
//
// `inFolderOfReviews` writes some of the reviews into the folders of IMDb, so that this page has files to work with,
// whatever the data of this run are:

extension FilmReviews {
    /// Calls `body` with a folder in which some reviews of each part are, taken at equal distances.
    func inFolderOfReviews<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let (reviews, count) = (try reviews, run.size(quick: 40, usual: 300))
        return try inTemporaryFolder { folder in
            for part in [reviews.train, reviews.test, reviews.unlabelled] {
                for place in stride(from: 0, to: part.count, by: max(1, part.count / count)) {
                    let file = folder.appending(path: part.paths[place])
                    try makeFolder(file.deletingLastPathComponent())
                    try Data(part.text(place).utf8).write(to: file)
                }
            }
            return try body(folder)
        }
    }

    func fromFolderToBatches() throws {
        // A tenth of the texts, drawn at random, is kept for validation (`Splitter.random` of the module Vision, the
        // book's `RandomSplitter`). The vocabulary is that of the others:
        try inFolderOfReviews { folder in
            let files = try textFiles(in: folder)
            let parts = try Splitter<URL>.random(share: 0.1, seed: run.seed)(files)
            show(
                "\(parts.train.count) and \(parts.valid.count)", "texts for training, and for validation",
                predict: .count(
                    "A tenth of \(files.count) texts is kept, rounded down. How many are that?", parts.valid.count))
            let tokens = try Tokenizer().tokenized(files: files).texts
            let vocabulary = TokenVocabulary(of: tokens.at(parts.train))
            let (train, valid) = (
                vocabulary.numbered(tokens.at(parts.train)), vocabulary.numbered(tokens.at(parts.valid))
            )
            var random = run.random
            // Rows of 12 tokens fit on a page. The book has 80 in each of 128 rows.
            let loaders = DataLoaders(
                DataLoader(languageModel: train, batchSize: 8, steps: 12, shuffledUsing: &random),
                DataLoader(languageModel: valid, batchSize: 8, steps: 12))

            // Always look at a batch before you train a net on it. (The book's `show_batch`, with its columns text and
            // text_.)
            let (x, y) = loaders.train.first!
            func words(_ row: [Int]) -> String { onOneLine(vocabulary.decode(row)) }
            var table = TextTable(["text", "text, one token later"])
            for row in 0..<3 { table.add(words(x[row].scalars), words(y[row].scalars)) }
            show(
                table, "Three of the 8 rows of a batch, of the \(dataName)",
                predict: .yesNo("Does the third row of a batch go on where its second row ends?", false))
            // Each row is a place in the stream of its own. It goes on in the same row of the next batch.
        }
    }

    func keptTokens() throws {
        // With a hundred thousand files, tokenizing takes a while, and its result is the same every time. So it is kept
        // in a file: `tokenized(files:cache:)` reads the tokens from there, if they were made of the same texts by the
        // same rules. A rule that does nothing but count shows how often a text is really worked on. (`Counter` counts
        // on all cores.)
        let counter = Counter()
        let counting = TextRule("count") { text in
            counter.count.withLock { $0 += 1 }
            return text
        }
        let tokenizer = Tokenizer(rules: [counting] + TextRule.defaults)
        try inFolderOfReviews { folder in
            let files = try textFiles(in: folder)
            let cache = folder.appending(path: "tokens.safetensors")
            // `worked` is how many texts it was this time:
            func worked(_ tokenizer: Tokenizer) throws -> Int {
                counter.count.withLock { $0 = 0 }
                _ = try tokenizer.tokenized(files: files, cache: cache)
                return counter.count.withLock { $0 }
            }
            var table = TextTable(["", "texts that were tokenized"])
            table.add("the first time", try worked(tokenizer))
            let again = try worked(tokenizer)
            table.add("the second time", again)
            try Data("It was good.".utf8).write(to: files[0])
            table.add("after one text was changed", try worked(tokenizer))
            table.add("with one rule less", try worked(Tokenizer(rules: [counting] + TextRule.defaults.dropLast())))
            show(
                table, "\(files.count) texts, and what was done again",
                predict: .count(
                    "\(files.count) texts are tokenized a second time. How many are really worked on?", again))
            // The file says what its tokens were made of: the names, sizes and dates of all texts, the rules by their
            // names, and the way of cutting; of subwords all pieces, since two vocabularies cut differently. If any of
            // that is another one, everything is made again.
        }
    }
}

// MARK: Helpers

/// Counts on several threads.
private final class Counter: Sendable {
    let count = Mutex(0)
}

/// Tokens side by side, line breaks as ⏎.
func onOneLine(_ tokens: [String]) -> String {
    tokens.joined(separator: " ").map { $0 == "\n" ? "⏎" : String($0) }.joined()
}
