// Questions 6.1 to 6.9: problems with several labels, tables, and what becomes of them on the way to a net.
//
// To run one of them: `swift test --filter "Questionnaire./.6.2 "`

import Foundation
import Tabular
import Tensors
import TestSupport
import Testing
import Vision

@testable import Chapter06

extension `6 Questionnaire` {
    /// 6.1 · How could the bear classifier become more useful, if it were a multi-label problem?
    ///
    /// It could say that there is no bear: then none of the three probabilities is above the threshold. And it could
    /// say that there are several kinds on a photo. As it is, it always chooses one of the three, whatever it is shown,
    /// since its probabilities add up to 1. To say "no bear" with some reliability, it should also learn from photos
    /// without one, whose labels are an empty list.
    ///
    /// - Shown by: `strangersCalledBears` in Chapters/06-OtherVisionProblems/03k-NoBear.swift
    /// - Shown by: `sideBySide` in Chapters/06-OtherVisionProblems/03l-TwoBears.swift
    @Test func `6.1 sigmoids can refuse all kinds, and find two; softmax can do neither`() {
        let (nothing, two) = (Tensor([-4, -4, -4]), Tensor([4, 4, -4]))
        func said(_ p: Tensor) -> Int { p.scalars.count { $0 > 0.5 } }
        #expect(said(nothing.sigmoid()) == 0 && said(two.sigmoid()) == 2)
        // Three classes that share 1: the highest has a third at least, and never do two have more than a half.
        #expect(nothing.softmax(axis: 0).max().item > 0.33)
        #expect(said(two.softmax(axis: 0)) < 2)
    }

    /// 6.2 · How is the target of a multi-label classification encoded?
    ///
    /// As a row of zeros and ones, with a place for each class of the vocabulary: 1 where the class is on the photo, 0
    /// where it is not. (One-hot encoding; with several ones some call it multi-hot.) A list of the classes' numbers
    /// would have another length for each photo, and a tensor needs equal lengths. A photo that shows nothing is a row
    /// of zeros.
    ///
    /// - Shown by: `twentyNumbers` in Chapters/06-OtherVisionProblems/02d-ManyHot.swift
    /// - Shown by: `blocksAtLast` in Chapters/06-OtherVisionProblems/02d-ManyHot.swift
    @Test func `6.2 a row of zeros and ones, of the same length for every photo`() throws {
        let block = MultiCategoryBlock(Vocabulary(["car", "person", "horse"]))
        #expect(try block.label(of: ["person", "horse"]).scalars == [0, 1, 1])
        #expect(try block.label(of: []).scalars == [0, 0, 0])
        #expect(multiHot(["person", "horse"], classes: ["car", "horse", "person"])?.scalars == [0, 1, 1])
        #expect(try block.label(of: ["car"]).shape == block.label(of: ["car", "horse"]).shape)
    }

    /// 6.3 · How are rows and columns of a DataFrame reached as if it were a matrix?
    ///
    /// By their places, counted from 0: in pandas with `iloc`, as in `df.iloc[:,0]` for all rows of the first column
    /// and `df.iloc[0,:]` for the first row, where `:` stands for all and may be left out at the end: `df.iloc[0]`.
    /// Here it is `frame[..., 0]`, `frame[0, ...]`, and `frame[0]`.
    ///
    /// - Shown by: `asAMatrix` in Chapters/06-OtherVisionProblems/01b-RowsAndColumns.swift
    @Test func `6.3 by places, and all of them by three dots`() {
        let frame = DataFrame(["a": [1, 2], "b": [10, 20]])
        #expect(frame[..., 1] == [10, 20])
        #expect(frame[1, ...].cells == [2, 20] && frame[1].cells == frame[1, ...].cells)
        #expect(frame[0, 1] == 10)
    }

    /// 6.4 · How is a column of a DataFrame reached by its name?
    ///
    /// With the name as the subscript: `df['fname']`, here `frame["fname"]`. The same with an assignment makes a new
    /// column.
    ///
    /// - Shown by: `asAMatrix` in Chapters/06-OtherVisionProblems/01b-RowsAndColumns.swift
    /// - Shown by: `newColumns` in Chapters/06-OtherVisionProblems/01b-RowsAndColumns.swift
    @Test func `6.4 a name reaches a column, wherever it stands`() {
        var frame = DataFrame(["a": [1, 2], "b": [10, 20]])
        #expect(frame["b"] == frame[..., 1])
        frame["c"] = frame["a"] + frame["b"]
        #expect(frame["c"] == [11, 22] && frame.names == ["a", "b", "c"])
        #expect(frame.selecting(["b", "a"])["b"] == [10, 20])
    }

    /// 6.5 · What is the difference between a Dataset and a DataLoader?
    ///
    /// A Dataset is a collection: it gives single items by their places, each a pair of an input and a target. A
    /// DataLoader goes through such a collection and gives batches: pairs of a batch of inputs and a batch of targets,
    /// collated from several items; in training in a new order for every epoch.
    ///
    /// - Shown by: `pairsOfNumbers` in Chapters/06-OtherVisionProblems/02-FourThings.swift
    @Test func `6.5 one gives items, the other batches of them`() {
        let set = PairDataset(Array(0..<10), getX: { $0 * $0 }, getY: { $0 % 2 == 0 })
        #expect(set[3] == (9, false) && set.count == 10)
        let batches = miniBatches(of: set, size: 4)
        #expect(batches.map { $0.0 } == [[0, 1, 4, 9], [16, 25, 36, 49], [64, 81]])
        #expect(batches[2].1 == [true, false])
    }

    /// 6.6 · What does a Datasets object usually contain?
    ///
    /// Two Datasets: one to learn from and one for validation.
    ///
    /// - Shown by: `theRowTwice` in Chapters/06-OtherVisionProblems/02b-StepByStep.swift
    @Test func `6.6 two sets of items, with none in both`() throws {
        let sets = try BarePlan<Int, Int, Int>().datasets(Array(0..<10))
        let (train, valid) = (sets.train.map { $0.0 }, sets.valid.map { $0.0 })
        #expect(train.count == 8 && valid.count == 2 && Set(train + valid) == Set(0..<10))
    }

    /// 6.7 · What does a DataLoaders object usually contain?
    ///
    /// Two DataLoaders: one that gives batches to learn from, shuffled anew for every epoch, and one that gives those
    /// for validation, in their order.
    ///
    /// - Shown by: `theFinishedPlan` in Chapters/06-OtherVisionProblems/02f-OneSize.swift
    @Test func `6.7 two loaders, of which one shuffles`() throws {
        let photos = (0..<8).map { Photo(height: 4, width: 4, pixels: .init(repeating: UInt8(30 * $0), count: 48)) }
        let block = DataBlock(
            target: MultiCategoryBlock(Vocabulary((0..<8).map { "\($0)" })), items: { _ in [Int]() },
            splitter: .index([6, 7]), getX: { photos[$0] }, getY: { ["\($0)"] })
        var random = SplitMix64(seed: 6)
        let data = try block.loaders(of: Array(0..<8), batchSize: 6, using: &random)
        func order(_ y: Tensor) -> [Int] { y.argmax(axis: 1).scalars }
        let (first, second) = (order(data.train.map { $0.1 }[0]), order(data.train.map { $0.1 }[0]))
        #expect(Set(first) == Set(0..<6) && Set(second) == Set(0..<6) && first != second)
        #expect(order(data.valid.map { $0.1 }[0]) == [6, 7] && order(data.valid.map { $0.1 }[0]) == [6, 7])
    }

    /// 6.8 · What does lambda do in Python?
    ///
    /// It makes a function in the middle of an expression and gives it no name. It is a short way to write a small
    /// function where it is used; but Python saves functions by their names, so a learner with a lambda in it cannot be
    /// exported. Swift's closures are the same without the limit to one expression. Neither they nor functions can be
    /// written to files here: what a file keeps is data.
    ///
    /// - Shown by: `twoClosures` in Chapters/06-OtherVisionProblems/02b-StepByStep.swift
    /// - Shown by: `whatAFileKeeps` in Chapters/06-OtherVisionProblems/02c-FunctionsWithNames.swift
    @Test func `6.8 a closure does what a function with a name does`() {
        let row = LabelledPhoto(fname: "7.jpg", labels: "car person", isValid: true, path: URL(filePath: "/data"))
        let closure = { (row: LabelledPhoto) in row.labels.split(separator: " ").map(String.init) }
        #expect(closure(row) == labelsOf(row) && labelsOf(row) == ["car", "person"])
        #expect([3, 1, 2].sorted { $0 > $1 } == [3, 2, 1])
    }

    /// 6.9 · With which methods is it set how inputs and targets are made with the data block API?
    ///
    /// `get_x` and `get_y`: two functions that are given an item, here a row of the table, and return its input and its
    /// target. (Here `getX:` and `getY:`.) The types of the blocks then say how these become tensors, and `get_items`
    /// where the items come from.
    ///
    /// - Shown by: `pathsAndLists` in Chapters/06-OtherVisionProblems/02b-StepByStep.swift
    @Test func `6.9 getX gives the photo of a row, getY its labels`() throws {
        let row = LabelledPhoto(fname: "7.jpg", labels: "car person", isValid: true, path: URL(filePath: "/data"))
        #expect(photoOf(row).path == "/data/train/7.jpg")
        let other = LabelledPhoto(fname: "8.jpg", labels: "", isValid: false, path: URL(filePath: "/data"))
        let block = DataBlock(
            target: MultiCategoryBlock(), items: { _ in [LabelledPhoto]() }, splitter: .index([1]), getX: photoOf,
            getY: labelsOf)
        let sets = try block.datasets(of: [row, other])
        #expect(sets.train.values == [["car", "person"]] && sets.valid.values == [[]])
        #expect((sets.train.photos[0] as? URL) == photoOf(row))
    }
}
