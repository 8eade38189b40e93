// What the sections share: files of reviews and of photos, some of each.

import Common
import Datasets
import Foundation
import Notebook
import Text
import Vision

/// Labelled reviews in the folders of IMDb: `train/pos/0_9.txt`.
struct ReviewFiles: Sendable {
    let folder: URL
    let train: [URL], test: [URL]
    /// Removes generated files when nobody needs them any more.
    private let owner: TemporaryFolder?

    /// - Throws: `TextProblem`, which names the folder that is missing.
    init(dataSet folder: URL) throws { try self.init(folder, owner: nil) }

    /// Generated reviews, half as many for testing as for training.
    init(generated count: Int, seed: UInt64) throws {
        let owner = TemporaryFolder("generated-reviews")
        try GeneratedReviews(train: count, test: count / 2, unlabelled: 0, seed: seed).write(to: owner.url)
        try self.init(owner.url, owner: owner)
    }

    private init(_ folder: URL, owner: TemporaryFolder?) throws {
        (self.folder, self.owner) = (folder, owner)
        func part(_ name: String) throws -> [URL] {
            let files = try textFiles(in: folder, folders: [name])
            _ = try folderLabels(of: files, classes: ["neg", "pos"])
            return files
        }
        (train, test) = (try part("train"), try part("test"))
    }
}

extension DataPipelines {
    /// Reviews for training and for testing, some of each folder.
    var trainReviews: [URL] { get throws { try verifiedTrainReviews.readable } }
    var testReviews: [URL] { get throws { try verifiedTestReviews.readable } }
    /// What is wrong with files that are passed over, since they are no texts.
    var problemsOfReviews: [TextProblem] {
        get throws { try verifiedTrainReviews.problems + verifiedTestReviews.problems }
    }

    private var verifiedTrainReviews: VerifiedTexts {
        get throws {
            try run.once { try verified("train", \.train, run.size(quick: 100, usual: 1500, full: .max)) }
        }
    }
    private var verifiedTestReviews: VerifiedTexts {
        get throws {
            try run.once { try verified("test", \.test, run.size(quick: 40, usual: 500, full: .max)) }
        }
    }
    private func verified(
        _ name: String, _ part: KeyPath<ReviewFiles, [URL]>, _ count: Int
    ) throws -> VerifiedTexts {
        let files = try reviews.contents
        let texts = VerifiedTexts(some(files[keyPath: part], count))
        try texts.require(10, of: ["neg", "pos"], in: files.folder.appending(path: name))
        return texts
    }

    /// All of them, those for training first. (The book's `files`.)
    var reviewFiles: [URL] { get throws { try trainReviews + testReviews } }

    /// The text of the first review. (The book's `txts[0]`.)
    var firstText: String { get throws { try TextFile(try reviewFiles[0]).text } }

    /// What keeps the numbers of these reviews from being the book's.
    var whyOthers: String {
        "\(reviews.name), some of the files; the book has 25,000 for training and as many for testing"
    }

    /// Photos of pets that can be read, from all over the folder.
    var petFiles: [URL] {
        get throws {
            try run.once {
                let folder = try pets.contents
                let files = some(folder.files, run.size(quick: 60, usual: 240, full: 2000))
                let verified = VerifiedPhotos(files)
                let named = verified.readable.filter { (try? breedOf($0)) != nil }
                let breeds = Set(try named.map(breedOf)).count
                guard named.count >= 10, breeds > 1 else {
                    throw PhotoProblem(
                        folder.images.path,
                        "of \(counted(files.count, "file")), \(named.count) can be read and have names that say a breed, "
                            + "\(counted(breeds, "breed"))"
                            + (verified.problems.first.map { ". The first problem: \($0)" } ?? ""),
                        try: "at least ten photos of at least two breeds, called like great_pyrenees_173.jpg")
                }
                return named
            }
        }
    }

    /// Items from all over a list, in its order.
    private func some(_ all: [URL], _ count: Int) -> [URL] {
        count >= all.count ? all : (0..<count).map { all[$0 * all.count / count] }
    }
}
