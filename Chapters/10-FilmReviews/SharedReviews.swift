// What the sections share. Each is made when a section first asks for it; the pages of section 10.1 explain how.

import Common
import Datasets
import Foundation
import Notebook
import Text

/// Reviews in the three folders of IMDb, each read when it is asked for.
public struct FilmTexts: Sendable {
    /// Those for training and for testing, which are labelled, and those that nobody has labelled.
    public let train: Part, test: Part, unlabelled: Part
    /// What is wrong with files that are passed over, and in which texts wrong bytes had to be replaced by �.
    public let problems: [TextProblem], repaired: [TextProblem]

    public struct Part: Sendable {
        /// The place of each below the folder of all: `train/pos/0_9.txt`.
        public let paths: [String]
        let read: @Sendable (Int) throws -> String

        public var count: Int { paths.count }
        /// The text of a review by its number.
        public func text(_ number: Int) throws -> String { try read(number) }
        /// The first reviews, or all if there are not so many.
        public func first(_ count: Int) throws -> [String] { try (0..<min(count, self.count)).map(text) }
    }
}

extension FilmTexts {
    /// The files of IMDb, without those that are no texts. There may be no folder of unlabelled ones.
    /// - Throws: `TextProblem`, which names the folder that is missing, or in which there is too little.
    public init(folder: URL) throws {
        var (problems, repaired) = ([TextProblem](), [TextProblem]())
        func part(_ name: String, classes: [String]) throws -> Part {
            let found = try textFiles(in: folder, folders: [name])
            if !classes.isEmpty { _ = try folderLabels(of: found, classes: classes) }
            let verified = VerifiedTexts(found)
            try verified.require(20, of: classes, in: folder.appending(path: name))
            problems += verified.problems
            repaired += verified.repaired
            let (files, start) = (verified.readable, folder.appending(path: name).path.count - name.count)
            return Part(paths: files.map { String($0.path.dropFirst(start)) }) { try TextFile(files[$0]).text }
        }
        let hasUnlabelled = isFolder(folder.appending(path: "unsup"))
        self.init(
            train: try part("train", classes: ["neg", "pos"]), test: try part("test", classes: ["neg", "pos"]),
            unlabelled: hasUnlabelled ? try part("unsup", classes: []) : Part(paths: []) { _ in "" },
            problems: problems, repaired: repaired)
    }

    init(_ generated: GeneratedReviews) {
        func part(_ part: GeneratedReviews.Part) -> Part {
            let all = generated.reviews(part)
            return Part(paths: all.indices.map { generated.path(part, $0, all[$0]) }) { all[$0].text }
        }
        self.init(
            train: part(.train), test: part(.test), unlabelled: part(.unsup), problems: [], repaired: [])
    }
}

extension FilmReviews {
    /// The name of the reviews, for every table and chart of them.
    var dataName: String { source.name }

    /// All reviews.
    var reviews: FilmTexts { get throws { try source.contents } }

    /// The reviews of section 10.1: as many as the book takes for its subwords. They are unlabelled ones, since no
    /// label is needed.
    var someTexts: [String] {
        get throws {
            try run.once {
                let all = try reviews
                let part = all.unlabelled.count > 0 ? all.unlabelled : all.train
                return try part.first(run.size(quick: 150, usual: 2000))
            }
        }
    }

    /// Reviews that are not among `someTexts`.
    var otherTexts: [String] {
        get throws { try run.once { try reviews.test.first(run.size(quick: 50, usual: 500)) } }
    }

    /// The tokens of `someTexts`.
    var someTokens: TokenizedTexts { get throws { try run.once { Tokenizer().tokenized(try someTexts) } } }

    /// The tokens of the first 200 of them. (The book's `toks200`.)
    var tokensOf200: TokenizedTexts {
        get throws { try run.once { try someTokens.at(0..<min(200, someTokens.count)) } }
    }
}
