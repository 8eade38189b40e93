// # Items, a pipeline, and two parts
//
// Section 11.5 · After this page you can make a transformed list, divide it, and prove that its vocabulary has seen
// nothing of the validation set.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Text
import Training
import Vision

// A *transformed list* is items, a pipeline, and two lists of places: the training set and the validation set.
// (The book's `TfmdLists`; the "s" is there because it holds several sets.) When it is made, it sets its pipeline up,
// on the training items alone. Nothing else is computed before somebody asks for it. `numberedReviews` is such a
// list, with the book's `cut`; `splitByFolder` is another way to divide it, by the folders `train` and `test`:

extension DataPipelines {
    /// The first four fifths of all files, and the rest. (The book's `cut`.)
    private var cut: (train: [Int], valid: [Int]) {
        get throws {
            let (count, cut) = (try reviewFiles.count, try reviewFiles.count * 4 / 5)
            return (Array(0..<cut), Array(cut..<count))
        }
    }

    /// (The book's `tls`.)
    private var numberedReviews: TransformedList<URL, [Int]> {
        get throws {
            try run.once {
                try TransformedList(try reviewFiles, splits: try cut) {
                    ReadText()
                    Tokenizer()
                    Numericalize()
                }
            }
        }
    }

    func aList() throws {
        // (In the book a transform may be given as a class, `Numericalize`, and the list makes one of it and sets that
        // up. Here one writes `Numericalize()`; the list works on a copy.)
        let list = try numberedReviews
        let ids = try list[0]
        show(ids.prefix(20).map(\.description).joined(separator: " "), "the first 20 numbers of item 0")
        show(beginning(of: try list.decode(ids, to: String.self), 100), "decoded to a text")
        show("\(list.train.count) and \(list.valid.count)", "items of its two parts")
        show(
            try list.valid[0].prefix(20).map(\.description).joined(separator: " "),
            "the first 20 numbers of the first validation item")
        // (The book's first validation item begins 2 8 20 30 87 510 1570 12 408 379 4196 10.)
        try show(list.train, at: 1, "a whole review, as people are shown it")
        // It decoded until it came to a text. Before that comes a file, and from a text there is no way back to one:
        let problem = "\(Result { try list.pipeline.decode(ids) })"
        show(problem.contains("ReadText"), "decoding to the end says where there is no way back")
    }

    func twoVocabularies() throws {
        // The book prints the numbers of its first review twice, and they differ: once with a vocabulary of 2,000
        // files, once with one of all 50,000. The text is the same, and so are its tokens. A number means something
        // only together with its vocabulary:
        let files = Array(try trainReviews.prefix(run.size(quick: 20, usual: 200)))
        let few = try TransformedList(files) {
            ReadText()
            Tokenizer()
            Numericalize()
        }
        let all = try numberedReviews
        let (a, b) = (try few[0], try all[0])
        var table = TextTable(["vocabulary of", "tokens", "the first numbers"])
        for (list, ids) in [(few, a), (all, b)] {
            table.add(
                "\(list.train.count) files", list.pipeline[Numericalize.self]!.vocabulary.count,
                ids.prefix(12).map(\.description).joined(separator: " "))
        }
        table.add("2,000 files, in the book", nil as Int?, "2 8 76 10 23 3112 23 34 3113 33 10 8")
        table.add("50,000 files, in the book", nil as Int?, "2 8 91 11 22 5793 22 37 4910 34 11 8")
        show(table, "One review, two vocabularies; then the same for another review, in the book")
        // In the book's two rows, only 2 and 8 have stayed, which are `xxbos` and `xxmaj`: special tokens come first in
        // every vocabulary. All others are numbered by how frequent they are.
        let (first, second) = (try few.decode(a, to: [String].self), try all.decode(b, to: [String].self))
        let known = zip(first, second).filter { $0 != "xxunk" && $1 != "xxunk" }
        show(a == b, "the numbers are the same", ask: "Are the numbers of one review the same with both vocabularies?")
        show(known.allSatisfy(==), "the tokens that both know are the same")
        show(a.count == b.count, "and so is their number")
    }

    func trainingOnly() throws {
        // Does the vocabulary really know nothing of the second part? Words that occur there alone must be unknown:
        let parts = ["a good film", "a good end", "a bad zebra", "zebra zebra zebra"]
        let list = try TransformedList(parts, splits: ([0, 1], [2, 3])) {
            Tokenizer()
            Numericalize(minFrequency: 1)
        }
        let zebra = list.pipeline[Numericalize.self]!.vocabulary["zebra"]
        show(
            zebra == nil, "“zebra”, which is in the validation texts alone, has no number",
            ask: "“zebra” occurs in the validation texts alone. Is it true that the vocabulary does not know it?")
        show(
            try list.decode(try list.valid[1], to: [String].self).joined(separator: " "), "what becomes of three zebras")
        // With all texts in one part, it would know it, and a net would be checked with words that were picked for it:
        let leaky = try TransformedList(parts) {
            Tokenizer()
            Numericalize(minFrequency: 1)
        }
        show(leaky.pipeline[Numericalize.self]!.vocabulary["zebra"] != nil, "a vocabulary of all texts knows it")
        let (train, valid) = (try numberedReviews.train, try numberedReviews.valid)
        record("lists/share-of-unknown-tokens-to-learn-from", try unknownShare(train))
        record("lists/share-of-unknown-tokens-in-validation", try unknownShare(valid))
        // The second is the honest one: that is how it will be with new texts.
    }

    func labelsApart() throws {
        // The labels are another list of the same files. `Categorize` learns which classes there are:
        let labels = try TransformedList(try reviewFiles, splits: try splitByFolder) {
            parentFolder
            Categorize()
        }
        let classes = labels.pipeline[Categorize.self]!.vocabulary.classes
        record("labels/classes", classes.count, book: 2)
        show(classes.joined(separator: ", "), "the classes, sorted")
        show("\(parentFolder(try reviewFiles[0])) is number \(try labels[0])", "the first label")
        show(
            try labels.decode(1, to: String.self), "class 1, decoded",
            predict: .choice("Classes are sorted. Which is number 1?", ["neg", "pos"], answer: "pos"))

        // (The book's first label is `pos`, and so number 1. Ours is the first file by name.) Two lists, one of texts
        // and one of labels, and they know nothing of each other. What one needs is pairs.
    }

    // MARK: Helpers

    private func unknownShare(_ part: TransformedItems<URL, [Int]>) throws -> Double {
        let ids = try (0..<min(part.count, run.size(quick: 20, usual: 200))).flatMap { try part[$0] }
        return Double(ids.count { $0 == SpecialToken.unknown.id }) / Double(ids.count)
    }
}

extension DataPipelines {
    /// Those of the folder `train`, and those of `test`. (The book's `GrandparentSplitter`.)
    var splitByFolder: (train: [Int], valid: [Int]) {
        get throws { try Splitter<URL>.grandparent(valid: "test")(try reviewFiles) }
    }
}
