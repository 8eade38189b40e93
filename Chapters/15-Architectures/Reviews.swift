// Reviews of films to read: some with labels, some without.

import Common
import Datasets
import Foundation
import Text

/// Reviews, and what is known of them.
public struct Reviews: Sendable {
    /// A text, and whether it is positive (1) or negative (0).
    public struct Labelled: Sendable {
        public let texts: [String], labels: [Int]
    }

    public let train: Labelled, test: Labelled
    /// Those that nobody has labelled: to read, and to learn the language from.
    public let unlabelled: [String]
    /// What is wrong with files that are no texts, and were passed over.
    public let problems: [TextProblem]

    /// How many of each are read at most.
    struct Limits: Sendable {
        var train: Int, test: Int, unlabelled: Int
    }

    /// Reads the folders of IMDb. There may be no unlabelled ones; then the training texts are read without labels.
    /// - Throws: `TextProblem`, which names the folder that is missing, or in which there is too little.
    init(folder: URL, _ limits: Limits) throws {
        var problems: [TextProblem] = []
        func texts(_ name: String, _ count: Int) throws -> [String] {
            let files = try textFiles(in: folder, folders: [name])
            let taken = min(count, files.count)
            let verified = VerifiedTexts((0..<taken).map { files[$0 * files.count / taken] })
            try verified.require(5, in: folder.appending(path: name))
            problems += verified.problems
            return try verified.readable.map { try TextFile($0).text }
        }
        func labelled(_ part: String, _ count: Int) throws -> Labelled {
            // One of each in turn, so that the first ones are of both kinds.
            let pairs = zip(try texts("\(part)/pos", count / 2), try texts("\(part)/neg", count / 2))
            return Labelled(texts: pairs.flatMap { [$0, $1] }, labels: pairs.flatMap { _ in [1, 0] })
        }
        (train, test) = (try labelled("train", limits.train), try labelled("test", limits.test))
        unlabelled =
            isFolder(folder.appending(path: "unsup")) ? try texts("unsup", limits.unlabelled) : train.texts
        self.problems = problems
    }

    init(generated limits: Limits, seed: UInt64) throws {
        let made = try GeneratedReviews(
            train: limits.train, test: limits.test, unlabelled: limits.unlabelled, seed: seed)
        func labelled(_ part: GeneratedReviews.Part) -> Labelled {
            let all = made.reviews(part)
            let (good, bad) = (all.filter(\.isPositive), all.filter { !$0.isPositive })
            return Labelled(
                texts: zip(good, bad).flatMap { [$0.text, $1.text] }, labels: zip(good, bad).flatMap { _ in [1, 0] })
        }
        (train, test) = (labelled(.train), labelled(.test))
        (unlabelled, problems) = (made.reviews(.unsup).map(\.text), [])
    }
}
