// # Two ways to the same batches
//
// Section 11.6 · After this page you have seen that the upper layers do nothing that the parts cannot do: to the last
// bit.

import Figures
import Foundation
import Notebook
import Tensors
import Text
import Training
import Vision

// The book says that the parts make exactly what the data block made. Here that is put to the test, with the same
// seed. Equal must be: training set and validation set; the vocabulary; the classes; every batch of two epochs, in
// their order; and the validation batches. First the reviews. By parts they become batches like this:

extension DataPipelines {
    /// The reviews in batches of about one length, filled up.
    private func reviewBatches(
        _ size: Int, using random: inout SplitMix64
    ) throws -> DataLoaders<(IntTensor, IntTensor)> {
        try reviewTuples.loading
            .sorted { $0.0.count }
            .beforeBatch(padInput)
            .batched()
            .loaders(batchSize: size, using: &random)
    }

    func reviewsTwice() throws {
        // The same by one line, and both are compared. (`comparison` makes a table of what is equal.)
        let size = run.size(quick: 16, usual: 64)
        var (one, two) = (run.random, run.random)
        let (train, test) = (try trainReviews, try testReviews)
        let line = try TextLoaders(train: train, valid: test, batchSize: size, using: &one)
        let (sets, parts) = (try reviewTuples, try reviewBatches(size, using: &two))

        let (texts, opinions) = sets.pipelines
        let sameSplits = sets.train.items == train && sets.valid.items == test
        let sameVocabulary = texts[Numericalize.self]!.vocabulary == line.vocabulary
        let sameClasses = opinions[Categorize.self]!.vocabulary.classes == line.classes
        let epochs = (0..<2).map { _ in areEqual(Array(line.loaders.train), Array(parts.train)) }
        let sameChecks = areEqual(Array(line.loaders.valid), Array(parts.valid))
        if let problem = parts.train.problem ?? parts.valid.problem { throw problem }
        show(
            comparison([
                ("training set, validation set", sameSplits), ("vocabulary", sameVocabulary), ("classes", sameClasses),
                ("all batches of two epochs", epochs.allSatisfy(\.self)), ("all validation batches", sameChecks),
            ]), "One line and its parts, on \(train.count + test.count) of the \(reviews.name)",
            predict: .yesNo("Are all batches of two shuffled epochs equal?", epochs.allSatisfy(\.self)))

        // Each line of the table could have been "no". With another seed, the batches differ:
        var other = SplitMix64(seed: run.seed &+ 1)
        let elsewhere = try reviewBatches(size, using: &other)
        show(areEqual(Array(line.loaders.train), Array(elsewhere.train)), "equal with another seed")
    }

    func petsTwice() throws {
        // Then photos, by a data block as in chapter 5 and by parts (`petTuples`). Both augment at random, and both do
        // it on all cores. What makes them agree is that every photo has a random stream of its own, which follows from
        // the seed, the epoch and the photo's place:
        let (files, side) = (try petFiles, run.size(quick: 24, usual: 64))
        let photos = PhotoPipeline(
            item: Resize(Size2D(side * 3 / 2)), batch: augmentations(size: Size2D(side), minScale: 0.75),
            normalization: .imageNet)
        let (splitter, breeds) = (Splitter<URL>.random(seed: 42), Vocabulary(try files.map(breedOf)))
        let block = DataBlock(
            target: CategoryBlock(breeds), splitter: splitter, getY: breedOf,
            item: photos.item, batch: photos.batch)
        let sets = try petTuples(files, splits: try splitter(files), photos, breeds)
        var (one, two) = (run.random, run.random)
        let plan = try block.loaders(of: files, batchSize: 16, using: &one)
        let parts = try sets.loading.batched().loaders(batchSize: 16, using: &two)

        let (learned, checked) = (plan.datasets.train.names, plan.datasets.valid.names)
        let sameSplits = sets.train.items.map(\.path) == learned && sets.valid.items.map(\.path) == checked
        let sameClasses = sets.pipelines.1[Categorize.self]!.vocabulary == plan.target.vocabulary
        let sameBatches = areEqual(Array(plan.train), Array(parts.train))
        let sameChecks = areEqual(Array(plan.valid), Array(parts.valid))
        if let problem = parts.train.problem ?? plan.train.problem { throw problem }
        show(
            comparison([
                ("training set, validation set", sameSplits), ("classes", sameClasses),
                ("all batches of an epoch, bit by bit", sameBatches), ("all validation batches", sameChecks),
            ]), "A data block and its parts, on \(files.count) of the \(pets.name)")
        try show(sets.train, at: 0, "A photo as the net is to see it, decoded for people, on \(pets.name)")
        // It is no accident that they agree. The data block keeps no second pipeline: its labels are a transformed
        // list, its loader makes items as this one does. What a plan adds is that one has to say less.
    }
}

// MARK: Helpers

extension DataPipelines {
    /// Photos and their breeds, by parts.
    private func petTuples(
        _ files: [URL], splits: (train: [Int], valid: [Int]), _ photos: PhotoPipeline, _ breeds: Vocabulary
    ) throws -> TransformedTuples<URL, Tensor, Int> {
        try TransformedTuples(
            files, splits: splits,
            Pipeline {
                OpenPhoto()
                photos
            },
            Pipeline {
                breedOf
                Categorize(breeds)
            })
    }
}

/// A table of what is equal.
private func comparison(_ rows: [(what: String, isEqual: Bool)]) -> TextTable {
    TextTable(["what", "equal"], rows: rows.map { [$0.what, $0.isEqual ? "yes" : "no"] })
}

/// Whether texts and labels of all batches are the same.
private func areEqual(_ ours: [(PaddedTexts, IntTensor)], _ theirs: [(IntTensor, IntTensor)]) -> Bool {
    ours.count == theirs.count && zip(ours, theirs).allSatisfy { $0.0.ids == $1.0 && $0.1 == $1.1 }
}

/// The same for pictures and labels.
private func areEqual(_ ours: [(Tensor, IntTensor)], _ theirs: [(Tensor, IntTensor)]) -> Bool {
    guard ours.count == theirs.count else { return false }
    return zip(ours, theirs).allSatisfy { a, b in
        let (samePictures, sameLabels) = (a.0.scalars == b.0.scalars, a.1 == b.1)
        return samePictures && sameLabels
    }
}
