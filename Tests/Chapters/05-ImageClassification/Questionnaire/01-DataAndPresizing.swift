// Questions 5.1 to 5.9: where labels come from, how photos become one size, and how to look before training.
//
// To run one of them: `swift test --filter "Questionnaire./.5.2 "`

import Chapter05
import Foundation
import Tensors
import TestSupport
import Testing
import Vision

extension `5 Questionnaire` {
    /// 5.1 · Why are photos first brought to a large size, one by one, and only then, batch by batch, to the small size
    /// that the net gets?
    ///
    /// The large size leaves room. A part can be cut at random, turned and zoomed, and what comes into view beside it
    /// is more of the photo and not an empty corner. And all of these changes, together with the cut to the final size,
    /// can be put together to one map, so that pixels are computed once, by one interpolation, in place of once for
    /// every change. The first step also makes all photos equally large; so the second one can work on whole batches,
    /// in the book on the graphics card, which is fast.
    ///
    /// - Shown by: `largerThanNeeded` in Chapters/05-ImageClassification/02b-EmptyCorners.swift
    /// - Shown by: `figureOfTwoSteps` in Chapters/05-ImageClassification/02c-TwoSteps.swift
    /// - Shown by: `costOfEachStep` in Chapters/05-ImageClassification/02d-OnceOrTwice.swift
    @Test func `5.1 a large picture leaves no corner empty, and one interpolation keeps it sharp`() {
        var random = SplitMix64(seed: 51)
        let turn = Rotate(30...30, p: 1)
        #expect(emptyShare(64, [turn, MiddleCut(side: 64)], using: &random) > 0.1)
        #expect(emptyShare(96, [turn, MiddleCut(side: 64)], using: &random) == 0)
        // The same changes, in one step and in three.
        let changes: [any BatchTransform] = [Rotate(20...20, p: 1), Zoom(1.5...1.5, p: 1), Rotate(7...7, p: 1)]
        var (one, two) = (SplitMix64(seed: 5), SplitMix64(seed: 5))
        let atOnce = allAtOnce(speckled(96, 96), changes, using: &one)
        let inSteps = oneByOne(speckled(96, 96), changes, using: &two)
        #expect(atOnce.size == inSteps.size && sharpness(atOnce) > 1.2 * sharpness(inSteps))
    }

    /// 5.2 · If regular expressions are new to you, find an introduction and some problems to solve, and do them.
    ///
    /// There is no single answer; exercise 5.2 is such a problem. Whoever has done it can write what takes a name
    /// apart. `(.+)_\d+\.jpg$` gives the breed of `great_pyrenees_173.jpg`: `.+` is any text, as much of it as leaves
    /// room for the rest; then come a `_`, digits, a dot (which must be written `\.`, for `.` alone is any character),
    /// `jpg`, and the end. `_(\d+)\.` gives the number, and `\.([^.]+)$` the ending.
    ///
    /// - Shown by: `tryOnOneName` in Chapters/05-ImageClassification/01d-LabelsFromNames.swift
    /// - Shown by: `patternsAndNames` in Chapters/05-ImageClassification/01e-TrapsOfPatterns.swift
    @Test func `5.2 patterns for breed, number and ending`() {
        let name = "great_pyrenees_173.jpg"
        #expect(findAll(#/(.+)_\d+\.jpg$/#, in: name) == ["great_pyrenees"])
        #expect(findAll(#/_(\d+)\./#, in: name) == ["173"])
        #expect(findAll(#/\.([^.]+)$/#, in: name) == ["jpg"])
        // The dot that is any character, and the plus that takes too little.
        #expect(findAll(#/(.+)_\d+.jpg$/#, in: "boxer_188xjpg") == ["boxer"])
        #expect(findAll(#/(.+)_\d+\.jpg$/#, in: "boxer_188xjpg") == [])
        #expect(findAll(#/(.+?)_\d+/#, in: "husky_2_5.jpg") == ["husky"])
        #expect(findAll(#/(.+)_\d+/#, in: "husky_2_5.jpg") == ["husky_2"])
    }

    /// 5.3 · In which two ways are data for deep learning mostly provided?
    ///
    /// As individual files, such as photos or texts, which are sorted into folders or named such that folder or name
    /// says what they are. Or as a table, such as a CSV file, with a row for each item; a column may hold names of
    /// files, and so connect the table with pictures or texts.
    ///
    /// - Shown by: `whatIsThere` in Chapters/05-ImageClassification/01-AFolderNobodyExplained.swift
    /// - Shown by: `aTable` in Chapters/05-ImageClassification/01-AFolderNobodyExplained.swift
    @Test func `5.3 labels from folders, from names, and from a table`() throws {
        let byFolder = URL(filePath: "/data/train/boxer/0003.jpg")
        let byName = URL(filePath: "/data/images/boxer_3.jpg")
        let table = ["0001.jpg": "pug", "0003.jpg": "boxer"]
        #expect(parentFolder(byFolder) == "boxer")
        #expect(try label(matching: #/(.+)_\d+\.jpg$/#)(byName) == "boxer")
        #expect(table[byFolder.lastPathComponent] == "boxer" && table[byName.lastPathComponent] == nil)
    }

    /// 5.4 · Look up what the book's list type `L` can do, and try some of what ordinary lists cannot.
    ///
    /// `L` prints how many items it has and then only the first. It takes a list of places or a mask as an index, maps
    /// and filters (`map`, `filter`, `argwhere`), finds the different ones (`unique`), sorts, sums, and takes an
    /// attribute of every item (`attrgot`). Swift's arrays do nearly all of this by themselves, with closures and key
    /// paths; `elided` and `unique` of this chapter add what is missing.
    ///
    /// - Shown by: `elided` in Chapters/05-ImageClassification/01-AFolderNobodyExplained.swift
    /// - Shown by: `listsSideBySide` in Chapters/05-ImageClassification/01b-Lists.swift
    @Test func `5.4 what L can do, in Swift`() {
        let breeds = ["boxer", "Bengal", "pug", "boxer"]
        #expect(elided(breeds) == "(#4) [boxer,Bengal,pug,boxer]" && elided(breeds, most: 2) == "(#4) [boxer,Bengal,…]")
        #expect([0, 2].map { breeds[$0] } == ["boxer", "pug"])
        #expect(zip(breeds, [false, true, true, false]).filter(\.1).map(\.0) == ["Bengal", "pug"])
        #expect(breeds.indices.filter { breeds[$0] == "boxer" } == [0, 3])
        #expect(breeds.unique() == ["boxer", "Bengal", "pug"] && breeds.sorted()[0] == "Bengal")
        #expect(breeds.map(\.count) == [5, 6, 3, 5])
    }

    /// 5.5 · Look up Python's `pathlib`, and try some of what its `Path` can do.
    ///
    /// A path can be taken apart and put together without looking at any file: `name`, `stem`, `suffix`, `parent`, and
    /// `/` to append. Other methods look at the disk: `exists`, `glob`, `iterdir`. In Swift it is `URL` with
    /// Foundation's `lastPathComponent`, `deletingPathExtension()`, `pathExtension` (without the dot),
    /// `deletingLastPathComponent()` and `appending(path:)`, and `FileManager` for what is on the disk.
    ///
    /// - Shown by: `pathsSideBySide` in Chapters/05-ImageClassification/01c-Paths.swift
    /// - Shown by: `listed` in Chapters/05-ImageClassification/01-AFolderNobodyExplained.swift
    @Test func `5.5 the parts of a path`() throws {
        let file = URL(filePath: "/data/pets/images").appending(path: "great_pyrenees_173.jpg")
        #expect(file.path == "/data/pets/images/great_pyrenees_173.jpg")
        #expect(file.lastPathComponent == "great_pyrenees_173.jpg" && file.pathExtension == "jpg")
        #expect(file.deletingPathExtension().lastPathComponent == "great_pyrenees_173")
        #expect(file.deletingLastPathComponent().lastPathComponent == "images")
        try withFolder { folder in
            for name in ["b.txt", ".hidden", "a.jpg"] { try Data().write(to: folder.appending(path: name)) }
            #expect(try listed(folder).map(\.lastPathComponent) == ["a.jpg", "b.txt"])
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: "a.jpg").path))
        }
    }

    /// 5.6 · In which two ways can transforms make pictures worse?
    ///
    /// They can bring places into view that show nothing of the photo: after a turn, the corners are empty, or filled
    /// with mirror images, and a net learns nothing good from them. And every transform that computes new pixels mixes
    /// them from old ones, by interpolation. Several of them, one after the other, blur the picture, and what was fine
    /// in it is gone.
    ///
    /// - Shown by: `turnedByHalfARightAngle` in Chapters/05-ImageClassification/02b-EmptyCorners.swift
    /// - Shown by: `figureOnceAndTwice` in Chapters/05-ImageClassification/02d-OnceOrTwice.swift
    @Test func `5.6 empty corners after a turn, and blur by repeated interpolation`() {
        var random = SplitMix64(seed: 56)
        let share = emptyShare(100, [Rotate(45...45, p: 1)], using: &random)
        #expect(abs(share - (3 - 2 * 2.0.squareRoot())) < 0.01)
        #expect(emptyShare(100, [Rotate(90...90, p: 1), Flip(p: 1)], using: &random) == 0)
        // Turned to and fro: once is nothing, in steps it blurs.
        let (photo, there, back) = (speckled(80, 80), Rotate(20...20, p: 1), Rotate(-20...(-20), p: 1))
        let blurred = oneByOne(photo, [there, back], using: &random)
        let more = oneByOne(photo, [there, back, there, back], using: &random)
        #expect(allAtOnce(photo, [there, back], using: &random) == photo)
        #expect(sharpness(blurred) < 0.8 * sharpness(photo) && sharpness(more) < sharpness(blurred))
    }

    /// 5.7 · Which method shows what is in a `DataLoaders`?
    ///
    /// `show_batch`, here `showBatch`: some photos of a batch as the net gets them, each with its label above.
    ///
    /// - Shown by: `aBatch` in Chapters/05-ImageClassification/03-LookingAtABatch.swift
    @Test func `5.7 showBatch shows photos of the next batch with their labels`() throws {
        var random = SplitMix64(seed: 57)
        let data = try greyBlock(item: Resize(16)).loaders(of: Array(0..<20), batchSize: 8, using: &random)
        let grid = try data.showBatch(count: 3)
        let (x, y) = try data.oneBatch()
        #expect(grid.images.count == 3 && grid.images == Array(data.rasters(x[0..<3])))
        #expect(grid.titles == (0..<3).map { y[$0].item == 0 ? "dark" : "light" })
        // Each is what its title says.
        for (image, title) in zip(grid.images, grid.titles) { #expect((image.pixels[0] > 128) == (title == "light")) }
    }

    /// 5.8 · Which method helps to find what is wrong with a `DataBlock`?
    ///
    /// `summary`. It takes the plan through one item and one batch, and writes down what each step makes: which items
    /// were found, how they were divided, what the first one looks like after every transform, and how a batch is made.
    /// Where a step fails, it ends with the error: for photos of different sizes with their shapes, which cannot be
    /// collated.
    ///
    /// - Shown by: `withoutResize` in Chapters/05-ImageClassification/03b-Summary.swift
    /// - Shown by: `oneMistakeEach` in Chapters/05-ImageClassification/03c-PlansThatFail.swift
    @Test func `5.8 summary ends with the step that fails`() throws {
        let broken = greyBlock(item: nil).summary(of: Array(0..<20))
        #expect(broken.problem != nil && broken.description.contains("the photos cannot be collated"))
        #expect(broken.description.contains("[3, 20, 20]") && broken.description.contains("[3, 21, 20]"))
        #expect(broken.lines.last?.hasPrefix("Error:") == true)
        let whole = greyBlock(item: Resize(16)).summary(of: Array(0..<20))
        #expect(whole.problem == nil && whole.description.contains("photos → [4, 3, 16, 16]"))
    }

    /// 5.9 · Should you hold back from training until the data is thoroughly cleaned?
    ///
    /// No. Train a simple model as soon as the data looks right. It says whether training works at all, it gives a
    /// number that better models have to beat, and it helps with the cleaning: photos on which even a simple model is
    /// sure and wrong are those whose labels deserve a look.
    ///
    /// - Shown by: `theFirstModel` in Chapters/05-ImageClassification/03e-TheFirstTraining.swift
    /// - Shown by: `whatItSays` in Chapters/05-ImageClassification/03e-TheFirstTraining.swift
    @Test func `5.9 a model of unclean data points at the wrong label`() {
        var random = SplitMix64(seed: 59)
        let truth = (0..<40).map { $0 % 2 }
        let x = Tensor(truth.map { Float(4 * $0 - 2) }) + Tensor.randn(40, using: &random) * 0.3
        var labels = truth
        labels[7] = 1 - truth[7]
        // The simplest model: how near is an item to the mean of each class, as labelled?
        let means = (0..<2).map { label in
            let own = labels.indices.filter { labels[$0] == label }.map { x[$0].item }
            return own.reduce(0, +) / Float(own.count)
        }
        let probabilities = Tensor.stack(means.map { -(x - $0).squared() }, axis: 1).softmax(axis: 1)
        let model = ClassificationInterpretation(probabilities, actual: labels, classes: ["dark", "light"])
        #expect(model.losses.firstIndex(of: model.losses.max()!) == 7)
        #expect(model.predicted[7] == truth[7] && model.accuracy == 39.0 / 40)
    }
}

/// Photos of one grey each, dark and light in turn; each is by a row higher than the one before.
private func greyBlock(item: Resize?) -> DataBlock<Int, CategoryBlock> {
    DataBlock(
        target: CategoryBlock(), items: { _ in [] }, splitter: .index([18, 19]),
        getX: { number in
            let height = 20 + number
            return Photo(
                height: height, width: 20, pixels: .init(repeating: number % 2 == 0 ? 50 : 200, count: height * 60))
        }, getY: { $0 % 2 == 0 ? "dark" : "light" }, item: item)
}
