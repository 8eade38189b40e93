// Photos and targets in pipelines.

import Foundation
import Tensors
import TestSupport
import Testing
import Training
import Vision

/// A photo of a size whose pixels all differ a little.
private func photo(_ number: Int) -> Photo {
    let (height, width) = (20 + number, 30)
    return Photo(
        height: height, width: width, pixels: (0..<height * width * 3).map { UInt8(($0 * 7 + number * 31) % 251) })
}

@Suite struct `Photos in pipelines` {
    @Test func `become numbers, and come back`() throws {
        let pipeline = Pipeline {
            PhotoToBytes()
            BytesToFloats()
            Normalization.imageNet
        }
        let x = try pipeline(photo(1))
        #expect(x.shape == [3, 21, 30])
        #expect(try pipeline.decode(x) == photo(1))
        #expect(try pipeline.shown(x) as? Photo == photo(1))
    }

    @Test func `are cut at random only to learn from`() throws {
        let crop = Resize(16)
        var random = SplitMix64(seed: 1)
        let quiet = try crop(photo(3).opened())
        let looks = try (0..<8).map { _ in try crop(photo(3).opened(), isTraining: true, using: &random) }
        #expect(quiet.size == Size2D(16, 16) && looks.contains { $0 != quiet })
    }

    @Test func `go through a data block and through its parts with the same bits`() throws {
        let (items, splitter) = (Array(0..<30), Splitter<Int>.random(seed: 7))
        let photos = PhotoPipeline(
            item: Resize(24), batch: augmentations(size: 16, minScale: 0.75), normalization: .imageNet)
        let block = DataBlock(
            target: CategoryBlock(), items: { _ in items }, splitter: splitter, getX: { photo($0) },
            getY: { "class \($0 % 3)" }, item: photos.item, batch: photos.batch)
        let sets = try TransformedTuples(
            items, splits: try splitter(items),
            Pipeline {
                FunctionTransform { (item: Int) in photo(item).opened() }
                photos
            },
            Pipeline {
                FunctionTransform { (item: Int) in "class \(item % 3)" }
                Categorize()
            })
        var (one, two) = (SplitMix64(seed: 9), SplitMix64(seed: 9))
        let plan = try block.loaders(of: items, batchSize: 5, using: &one)
        let parts = try sets.loading.batched().loaders(batchSize: 5, using: &two)
        for _ in 0..<2 {
            for (a, b) in zip(plan.train, parts.train) {
                #expect(a.0.scalars == b.0.scalars)
                #expect(a.1 == b.1)
            }
        }
        #expect(Array(plan.valid).map(\.1) == Array(parts.valid).map(\.1))
    }
}

@Suite struct `Targets in pipelines` {
    @Test func `learn from the training set, and refuse what it does not have`() throws {
        let list = try TransformedList(["b", "a", "b", "c"], splits: ([0, 1, 2], [3]), Pipeline(Categorize()))
        #expect(try list.train[0] == 1 && list.decode(0, to: String.self) == "a")
        #expect(throws: TargetProblem.self) { try list.valid[0] }
        #expect(throws: TargetProblem.self) { try TransformedList(["a", "a"], Pipeline(Categorize())) }
        let given = try TransformedList(["a"], Pipeline(Categorize(Vocabulary(["a", "z"]))))
        #expect(given.pipeline[Categorize.self]?.vocabulary.classes == ["a", "z"])
    }
}
