// The book's questions 11.9 to 11.15: lists, tuples, loaders, and items of one's own.

import Chapter11
import Figures
import Foundation
import Tensors
import TestSupport
import Testing
import Text
import Training
import Vision

private let reviews = ["so good", "so bad", "zebra", "good"]
private let opinions = ["so good": "pos", "so bad": "neg", "zebra": "neg", "good": "pos"]

/// Texts as numbers and as classes; the last two are for validation.
private func tuples() throws -> TransformedTuples<String, [Int], Int> {
    try TransformedTuples(
        reviews, splits: ([0, 1], [2, 3]),
        Pipeline {
            Tokenizer(); Numericalize(minFrequency: 1)
        },
        Pipeline {
            FunctionTransform { (text: String) in opinions[text]! }; Categorize()
        })
}

private func plain(_ width: Int, _ height: Int, _ grey: UInt8) -> Photo {
    Photo(height: height, width: width, pixels: Array(repeating: grey, count: width * height * 3))
}

extension `11 Questionnaire` {
    /// 11.9 · What is a transformed list (the book's `TfmdLists`)?
    ///
    /// Raw items with one pipeline. When it is made, the steps are set up in their order, each on the items as the
    /// steps before it have made them, and only on those to learn from. Then an item is what the pipeline makes of
    /// the raw one.
    ///
    /// - Shown by: `aList` in Chapters/11-DataPipelines/05-TransformedLists.swift
    /// - Shown by: `trainingOnly` in Chapters/11-DataPipelines/05-TransformedLists.swift
    @Test func `11.9 set up in order, on the items to learn from`() throws {
        let list = try TransformedList([1, 3, 100] as [Float], splits: ([0, 1], [2])) {
            NormalizeMean()
            FunctionTransform { (x: Float) in x + 10 }
            NormalizeMean()
        }
        #expect(list.pipeline.steps.compactMap { ($0 as? NormalizeMean)?.mean } == [2, 10])
        #expect(try list[0] == -1 && list.valid[0] == 98)
    }

    /// 11.10 · What are transformed tuples (the book's `Datasets`), and how do they differ from a transformed list?
    ///
    /// They have several pipelines, which all get the same raw item; the item is then a tuple with a part for each. A
    /// list has one pipeline.
    ///
    /// - Shown by: `twoPipelines` in Chapters/11-DataPipelines/06-TransformedTuples.swift
    @Test func `11.10 a part for each pipeline`() throws {
        let sets = try tuples()
        let (ids, opinion) = try sets[0]
        let numbers = sets.pipelines.0
        #expect(try numbers(reviews[0]) == ids && opinion == 1)
        #expect(try sets.shown((ids, opinion)).compactMap { $0 as? String } == ["xxbos so good", "pos"])
    }

    /// 11.11 · Why do both names end with an “s”?
    ///
    /// Because each holds more than one set: by their splits, they know which items are for training and which for
    /// validation.
    ///
    /// - Shown by: `aList` in Chapters/11-DataPipelines/05-TransformedLists.swift
    @Test func `11.11 two sets in one`() throws {
        let sets = try tuples()
        #expect(sets.train.items == ["so good", "so bad"] && sets.valid.items == ["zebra", "good"])
        #expect(sets.train.isTraining && !sets.valid.isTraining)
        #expect(try sets.valid[0].0.last == SpecialToken.unknown.id)
    }

    /// 11.12 · How do you make loaders of a transformed list or transformed tuples?
    ///
    /// By asking for them: `dataloaders()` in the book, here `loading`, then how items become batches, and `loaders`.
    ///
    /// - Shown by: `threeHooks` in Chapters/11-DataPipelines/06-TransformedTuples.swift
    @Test func `11.12 loaders of a list and of tuples`() throws {
        var random = SplitMix64(seed: 12)
        let list = try TransformedList([1, 2, 3, 4], splits: ([0, 1], [2, 3])) {
            FunctionTransform { (x: Int) in x * x }
        }
        let loaders = try list.loading.batched().loaders(batchSize: 2, using: &random)
        #expect(Array(loaders.valid) == [IntTensor([9, 16])])
        #expect(loaders.train.first?.scalars.sorted() == [1, 4])
        let texts = try tuples().loading.beforeBatch(padInput).batched().loaders(batchSize: 2, using: &random)
        let batch = try #require(texts.valid.first)
        #expect(batch.0.shape == [2, 2] && batch.1.scalars == [0, 1])
    }

    /// 11.13 · How do you pass what a data block calls `item_tfms` and `batch_tfms`?
    ///
    /// As hooks of the loaders: `after_item` for each item, `after_batch` for each batch; here `afterItem` and
    /// `afterBatch`. Between them is `before_batch`, for the items of a batch together.
    ///
    /// - Shown by: `threeHooks` in Chapters/11-DataPipelines/06-TransformedTuples.swift
    /// - Shown by: `pairsInBatches` in Chapters/11-DataPipelines/07d-PairsInBatches.swift
    @Test func `11.13 item by item, then all together, then as a tensor`() throws {
        var random = SplitMix64(seed: 13)
        let list = try TransformedList([1, 2, 3], splits: ([], [0, 1, 2])) { FunctionTransform { (x: Int) in x } }
        let loaders = try list.loading
            .afterItem { FunctionTransform { (x: Int) in 10 * x } }
            .beforeBatch { items in items.map { $0 + items.count } }
            .batched()
            .afterBatch { FunctionTransform { (batch: IntTensor) in batch.shape + batch.scalars } }
            .loaders(batchSize: 2, using: &random)
        #expect(Array(loaders.valid) == [[2, 12, 22], [1, 31]])
    }

    /// 11.14 · What must you do so that items of your own can be shown?
    ///
    /// Give them a type of their own that says how it is shown (in the book, a method `show`; here it is `Showable`,
    /// and `Drawable` with its picture). Decoding stops there.
    ///
    /// - Shown by: `aPair` in Chapters/11-DataPipelines/07-SiamesePairs.swift
    @Test func `11.14 decoding stops at a pair, which has a picture`() throws {
        let pair = SiamesePair(plain(20, 10, 50), plain(40, 40, 200), isSame: false)
        let picture = pair.raster
        #expect(picture.width == 20 + 10 + 20 && picture.height == 10 && pair.title == "False")
        #expect(picture[25, 5] == Colour(0, 0, 0) && picture[35, 5] == Colour(200, 200, 200))
        let pipeline = Pipeline(OnBoth<Photo, ByteTensor> { PhotoToBytes() })
        let shown = try pipeline.shown(try pipeline(pair))
        #expect((shown as? SiamesePair<Photo>)?.raster == picture)
    }

    /// 11.15 · Why can the library's augmentations be applied to the pair so easily?
    ///
    /// In the book, the pair is a tuple, and a transform is applied to each element whose type fits: the photos are,
    /// the flag is not. Here `OnBoth` takes any steps for photos, and their types say what becomes of the pair.
    ///
    /// - Shown by: `stepsOnBoth` in Chapters/11-DataPipelines/07-SiamesePairs.swift
    @Test func `11.15 what was written for a photo changes both, and not the flag`() throws {
        let pair = SiamesePair(plain(20, 10, 50).opened(), plain(40, 60, 200).opened(), isSame: true)
        let small = try OnBoth { Resize(8) }(pair)
        #expect(small.first.size == Size2D(8, 8) && small.second.size == Size2D(8, 8) && small.isSame)
        #expect(small.first == plain(8, 8, 50) && small.second == plain(8, 8, 200))
    }
}
