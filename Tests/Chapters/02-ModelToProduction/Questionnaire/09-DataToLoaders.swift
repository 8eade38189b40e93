// Questions 2.9 to 2.17, without question 2.16: from photos in folders to batches.
//
// To run one of them: `swift test --filter "Questionnaire./.2.9 "`

import Chapter02
import Foundation
import Tensors
import TestSupport
import Testing
import Training
import Vision

extension `2 Questionnaire` {
    /// 2.9 · What is `DataLoaders`?
    ///
    /// A small type that stores the loaders it is given, hands them out by their number, and calls the first one
    /// `train` and the second one `valid`. Each loader gives batches of photos with their labels. A learner needs no
    /// more of its data than this pair: what to learn from and what is for validation.
    ///
    /// - Shown by: `storedAndNamed` in Chapters/02-ModelToProduction/03-FourLines.swift
    @Test func `2.9 loaders that are stored, numbered, and of which two have names`() {
        let some = (0..<3).map { DataLoader(Array($0..<$0 + 4), batchSize: 2) }
        let loaders = FourLineLoaders(some[0], some[1], some[2])
        #expect(loaders.train === some[0] && loaders.valid === some[1] && loaders[2] === some[2])
        let engines = DataLoaders(some[0], some[1])
        #expect(engines.train === loaders.train && engines.valid === loaders.valid)
    }

    /// 2.10 · Which four things have to be said so that `DataLoaders` can be made?
    ///
    /// What kinds of data there are (photos, with one class for each); which items there are (how to list them); how
    /// the label of an item is found; and which items are kept back to judge by.
    ///
    /// - Shown by: `firstPlan` in Chapters/02-ModelToProduction/03b-FourThings.swift
    /// - Shown by: `answersOneByOne` in Chapters/02-ModelToProduction/03b-FourThings.swift
    @Test func `2.10 each of the four answers changes what the loaders have`() throws {
        let items = ["a1", "a2", "b3", "b4"]
        let grey = Photo(height: 2, width: 2, pixels: .init(repeating: 128, count: 12))
        func plan(
            _ target: CategoryBlock = CategoryBlock(), items: [String], label: @escaping (String) -> String,
            valid: [Int]
        ) throws -> PhotoDatasets<CategoryBlock> {
            let block = DataBlock(
                target: target, items: { _ in items }, splitter: .index(valid), getX: { _ in grey }, getY: label)
            return try block.datasets(URL(filePath: "/nowhere"))
        }
        func letter(_ item: String) -> String { String(item.prefix(1)) }
        let usual = try plan(items: items, label: letter, valid: [1])
        #expect(
            usual.train.names == ["a1", "b3", "b4"] && usual.train.labels == [0, 1, 1] && usual.valid.labels == [0])
        // Another kind (classes given in advance), other items, other labels, another split.
        let given = CategoryBlock(Vocabulary(["a", "b", "z"]))
        #expect(try plan(given, items: items, label: letter, valid: [1]).target.outputs == 3)
        #expect(try plan(items: Array(items.prefix(3)), label: letter, valid: [1]).train.names == ["a1", "b3"])
        #expect(try plan(items: items, label: { $0 == "b3" ? "x" : "y" }, valid: [1]).train.labels == [1, 0, 1])
        #expect(try plan(items: items, label: letter, valid: [3]).train.names == ["a1", "a2", "b3"])
    }

    /// 2.11 · What does `splitter` do in a data block?
    ///
    /// It says how the items are divided into those to learn from and those for validation: at random with a share and
    /// a seed, or by folders, or by a table.
    ///
    /// - Shown by: `byFolderOrTable` in Chapters/02-ModelToProduction/03c-WhoJudges.swift
    @Test func `2.11 a splitter divides items, by chance, folder or table`() throws {
        let files = (0..<50).map { URL(filePath: "/bears/\($0 < 40 ? "train" : "valid")/teddy/\($0).jpg") }
        let random = try Splitter<URL>.random(share: 0.2, seed: 1)(files)
        #expect(random.valid.count == 10 && (random.train + random.valid).sorted() == Array(0..<50))
        #expect(random.valid.sorted() != Array(40..<50))
        #expect(try Splitter.grandparent()(files).valid == Array(40..<50))
        let table = try Splitter.table("is_valid,file\nTrue,3.jpg\nFalse,4.jpg\nFalse,5.jpg\n")(files)
        #expect(table.train == [4, 5] && table.valid == [3])
    }

    /// 2.12 · How can one make sure that a random split always keeps the same items back?
    ///
    /// By fixing the seed of the random numbers. Then the list that looks random is the same in every run, and so are
    /// the items that are kept back.
    ///
    /// - Shown by: `sameSeedSamePhotos` in Chapters/02-ModelToProduction/03c-WhoJudges.swift
    @Test func `2.12 the same seed keeps the same items back, another seed others`() throws {
        let items = Array(0..<200)
        func kept(_ seed: UInt64) throws -> [Int] { try Splitter<Int>.random(share: 0.2, seed: seed)(items).valid }
        let (first, again, other) = (try kept(42), try kept(42), try kept(7))
        #expect(first == again && first.count == 40)
        #expect(Set(first) != Set(other) && Set(first).intersection(other).count < 20)
    }

    /// 2.13 · By which letters are the independent and the dependent variable usually called?
    ///
    /// What the net gets, the independent variable, is x. What it has to say, the dependent one, is y.
    ///
    /// - Shown by: `aBatchToLookAt` in Chapters/02-ModelToProduction/03b-FourThings.swift
    @Test func `2.13 x is the photo and y is the label`() throws {
        let grey = Photo(height: 2, width: 3, pixels: .init(repeating: 128, count: 18))
        let block = DataBlock(
            target: CategoryBlock(), items: { _ in ["a", "b", "a"] }, splitter: .index([2]), getX: { _ in grey },
            getY: { $0 }, normalization: nil)
        var random = SplitMix64(seed: 13)
        let (x, y) = try block.loaders(URL(filePath: "/nowhere"), using: &random).oneBatch(.valid)
        #expect(x.shape == [1, 3, 2, 3] && y.scalars == [0])
    }

    /// 2.14 · What is the difference between cropping, padding and squishing, and when is which one to be preferred?
    ///
    /// Crop takes a square of the photo and loses what is beside it. Pad takes all of it, and adds something empty, so
    /// that less of the picture is the photo, which is shown smaller. Squish takes all of it and fills the square, but
    /// the shapes become wrong. Crop where what matters is in the middle; pad where it may be at the rim, or shape
    /// matters and size does not; squish where everything is needed and shape says little. In training a random part,
    /// another one in each epoch, is usually better than all of them.
    ///
    /// - Shown by: `threeSmallSquares` in Chapters/02-ModelToProduction/03e-NumberByNumber.swift
    /// - Shown by: `strips` in Chapters/02-ModelToProduction/03f-FourWaysToASquare.swift
    /// - Shown by: `whatIsWasted` in Chapters/02-ModelToProduction/03f-FourWaysToASquare.swift
    @Test func `2.14 crop loses the rim, squish the shape, pad the size`() throws {
        // A picture twice as wide as high, with a dot at its left rim.
        var x = Tensor.zeros(8, 16)
        x[3..<5, 0..<2] = .ones(2, 2)
        #expect(cropped(x).sum().item == 0, "crop has lost the dot")
        let (narrow, whole) = (squished(x), padded(x))
        #expect(narrow.shape == [8, 8] && narrow[3..<5, 0..<1].sum().item == 2, "squish has it, half as wide")
        #expect(whole.shape == [16, 16] && whole[7..<9, 0..<2].sum().item == 4, "pad has it in its own shape")
        #expect(whole[..<4].sum().item == 0 && whole[12...].sum().item == 0, "half of the square is empty")
    }

    /// 2.15 · What is data augmentation, and why is it needed?
    ///
    /// Random variants of the photos that look different but mean the same: turned, flipped, seen from another angle,
    /// brighter, with more or less contrast. A net does not know that a bear that is turned by one degree is the same
    /// bear. From variants it learns what a thing looks like, and not its pixels; so it needs fewer labelled photos.
    ///
    /// - Shown by: `twoByFour` in Chapters/02-ModelToProduction/03h-EightVariants.swift
    /// - Shown by: `fromFewPhotos` in Chapters/02-ModelToProduction/03h-EightVariants.swift
    /// - Shown by: `upsideDown` in Chapters/02-ModelToProduction/03j-WhenItHarms.swift
    @Test func `2.15 in training every variant is another one, and when judging there is none`() {
        let photo = Photo(height: 8, width: 8, pixels: (0..<192).map { UInt8($0) })
        let pipeline = PhotoPipeline(batch: augmentations(times: 2))
        var random = SplitMix64(seed: 15)
        let variants = (0..<8).map { _ in pipeline.augmented(photo, isTraining: true, using: &random).picture.scalars }
        let quiet = (0..<8).map { _ in pipeline.augmented(photo, isTraining: false, using: &random).picture.scalars }
        #expect(Set(variants).count == 8 && Set(quiet).count == 1)
        // As it is, but for rounding.
        let plain = PhotoPipeline().augmented(photo, isTraining: false, using: &random).picture
        #expect((plain - Tensor(quiet[0]).reshaped(3, 8, 8)).abs().max().item < 1e-5)
    }

    /// 2.17 · What is the difference between `item_tfms` and `batch_tfms`?
    ///
    /// An item transform changes one photo at a time, such as resizing it, which has to come first, as long as photos
    /// differ in size. A batch transform changes all photos of a batch, which are one tensor by then; on a graphics
    /// card that is done for the whole batch at once, and fast. Augmentation is usually done so.
    ///
    /// - Shown by: `sameEitherWay` in Chapters/02-ModelToProduction/03i-PhotoOrBatch.swift
    /// - Shown by: `turned` in Chapters/02-ModelToProduction/03i-PhotoOrBatch.swift
    @Test func `2.17 items are resized one by one; a batch is turned at once, each picture by its own angle`() throws {
        func photo(_ height: Int, _ width: Int) -> Photo {
            Photo(height: height, width: width, pixels: (0..<height * width * 3).map { UInt8($0 * 37 % 251) })
        }
        let photos = [photo(20, 30), photo(40, 24)]
        // Without an item transform they make no batch; with one they do.
        #expect(throws: PhotoProblem.self) { try PhotoPipeline().batch(photos) }
        let x = try PhotoPipeline(item: Resize(16)).batch(photos)
        #expect(x.shape == [2, 3, 16, 16])
        // All at once as one by one.
        var random = SplitMix64(seed: 17)
        let maps = [12.0, -25].map { Rotate($0...$0, p: 1).change(of: 16, using: &random).map }
        let atOnce = turned(x, by: maps)
        let oneByOne = Tensor.cat(maps.indices.map { turned(x[$0..<$0 + 1], by: [maps[$0]]) })
        #expect((atOnce - oneByOne).abs().max().item < 1e-6)
        #expect((atOnce - x).abs().max().item > 0.1 && turned(x, by: [.identity, .identity]).scalars == x.scalars)
    }
}
