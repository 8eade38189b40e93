import Tensors
import TestSupport
import Testing
import Training

@testable import Vision

@Suite struct `Several looks at a photo` {
    private func trained(batchSize: Int = 12) throws -> VisionLearner<CategoryBlock> {
        var random = SplitMix64(seed: 1)
        let data = try block().loaders(of: samples(48), batchSize: batchSize, using: &random)
        var fresh = SplitMix64(seed: 2)
        return VisionLearner(
            data, body: tinyBody(&fresh, isPretrained: false), head: HeadPlan(hidden: [], dropout: 0), using: &fresh)
    }

    @Test func `without varied looks are a plain prediction`() throws {
        let learner = try trained()
        let (plain, none) = (try learner.getPreds(), try learner.tta(n: 0))
        #expect(none.outputs.scalars == plain.outputs.scalars && none.targets.scalars == plain.targets.scalars)
        #expect(try learner.tta(n: 3, beta: 1).outputs.scalars == plain.outputs.scalars)
    }

    @Test func `are averaged, the plain one apart`() throws {
        let learner = try trained()
        let plain = try learner.getPreds().outputs
        let mean = try learner.tta(n: 2, beta: 0, seed: 5).outputs
        #expect(mean.scalars != plain.scalars)
        expectClose(try learner.tta(n: 2, beta: 0.25, seed: 5).outputs, 0.25 * plain + 0.75 * mean)
        expectClose(mean.sum(axis: 1), Tensor(shape: [mean.shape[0]], [Float](repeating: 1, count: mean.shape[0])))
        // The first look is the same with one more.
        let one = try learner.tta(n: 1, beta: 0, seed: 5).outputs
        let second = 2 * mean - one
        expectClose(
            try learner.tta(n: 2, usesMax: true, seed: 5).outputs,
            one.maximum(second).maximum(plain), absolute: 1e-5)
    }

    @Test func `are the same for a seed, whatever the size of batches`() throws {
        let (small, large) = (try trained(batchSize: 5), try trained(batchSize: 12))
        let looks = try small.tta(seed: 3).outputs
        #expect(try small.tta(seed: 3).outputs.scalars == looks.scalars)
        #expect(try small.tta(seed: 4).outputs.scalars != looks.scalars)
        expectClose(try large.tta(seed: 3).outputs, looks, absolute: 1e-5)
    }

    @Test func `may go through another pipeline`() throws {
        let learner = try trained()
        var still = learner.data.pipeline
        still.batch = [RandomCrop(16, minScale: 1)]
        still.item = CenterCrop(16)
        let quiet = try learner.getPreds(.train, pipeline: still)
        #expect(quiet.outputs.shape == [36, 3])
        // 20 × 24 photos: in the middle, the varied look draws nothing.
        expectClose(try learner.tta(.train, n: 2, beta: 0, pipeline: still).outputs, quiet.outputs, absolute: 1e-5)
    }

    @Test func `cannot be had of places that move`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var random = SplitMix64(seed: 1)
            let points = samples(12).map { ($0, KeyPoints([Point(3, 4)], in: Size2D(20, 24))) }
            let block = DataBlock(
                target: PointBlock(1), items: { _ in points }, splitter: .random(share: 0.25, seed: 42),
                getX: { $0.0.photo }, getY: { $0.1 }, item: Resize(16))
            let data = try block.loaders(of: points, batchSize: 4, using: &random)
            let learner = VisionLearner(data, body: tinyBody(&random), using: &random)
            _ = try learner.tta()
        }
        #expect(message(of: result).contains("moves with the picture"))
    }
}

@Suite struct `Five views` {
    private func view(_ place: CornerCrop.Place, of photo: Photo, share: Double = 1) throws -> Photo {
        var random = SplitMix64(seed: 1)
        let size = Size2D(Int(20 * share))
        return try PhotoPipeline(item: CornerCrop(size, place, share: share))
            .framed(photo, isTraining: true, using: &random).photo
    }

    @Test func `are four corners and the middle, exactly`() throws {
        let photo = numbered(60, 20)
        let lefts = try CornerCrop.Place.allCases.map { try Int(view($0, of: photo)[0, 0].red) }
        #expect(lefts == [0, 40, 0, 40, 20])
        let places = [(0, 0), (45, 0), (0, 5), (45, 5), (22, 2)]
        for (place, (x, y)) in zip(CornerCrop.Place.allCases, places) {
            let part = try view(place, of: photo, share: 0.75)
            #expect(part.size == Size2D(15) && part[0, 0] == photo[x, y] && part[14, 14] == photo[x + 14, y + 14])
        }
    }

    @Test func `are all the same of a square`() throws {
        let photo = numbered(20, 20)
        for place in CornerCrop.Place.allCases { #expect(try view(place, of: photo) == photo) }
    }
}
