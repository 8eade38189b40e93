// What the pages about pairs share. Each is made when a page first asks for it.

import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

/// The photos of pairs, [n, 3, h, w] each.
public struct PairBatch {
    public let left: Tensor, right: Tensor

    public init(_ left: Tensor, _ right: Tensor) { (self.left, self.right) = (left, right) }
}

/// Makes batches of pairs.
public struct PairReader: EpochSource {
    public let count: Int
    let read: (_ photos: [Int]) throws -> Tensor
    let pair: (_ place: Int, _ random: inout SplitMix64) -> PhotoPair

    public init(
        count: Int, read: @escaping (_ photos: [Int]) throws -> Tensor,
        pair: @escaping (_ place: Int, _ random: inout SplitMix64) -> PhotoPair
    ) {
        (self.count, self.read, self.pair) = (count, read, pair)
    }

    public func epoch(_ places: [[Int]], seed: UInt64?) -> () throws -> (PairBatch, BoolTensor)? {
        var (batches, random) = (places.makeIterator(), SplitMix64(seed: seed ?? 0))
        return {
            guard let places = batches.next() else { return nil }
            let pairs = places.map { pair($0, &random) }
            let x = PairBatch(try read(pairs.map(\.first)), try read(pairs.map(\.second)))
            return (x, BoolTensor(pairs.map(\.isSame)))
        }
    }
}

/// Photos for pairs: all of them, their classes by number, and which of them are for training.
struct PairPhotos {
    let photos: [PetPhoto]
    let breeds: [String]
    /// The number of each photo's breed.
    let classes: [Int]
    let train: [Int], valid: [Int]
    let pipeline: PhotoPipeline

    /// Photos as a net sees them: [n, 3, h, w].
    func pictures(_ places: [Int]) throws -> Tensor { try pipeline.batch(places.map { photos[$0].photo }) }
}

extension Architectures {
    /// The pets, a fifth of them for validation. Photos are only brought to one size, as in the book.
    var pairPhotos: PairPhotos {
        get throws {
            try run.once {
                let pets = try pets
                let numbers = Dictionary(uniqueKeysWithValues: zip(pets.breeds, pets.breeds.indices))
                let classes = pets.photos.map { numbers[$0.breed]! }
                guard let parts = try twoClassesEach(classes) else {
                    throw PhotoProblem(
                        petSource.name, "nearly all of its photos are of one breed, and pairs want two",
                        try: "more photos of other breeds")
                }
                return PairPhotos(
                    photos: pets.photos, breeds: pets.breeds, classes: classes,
                    train: parts.train, valid: parts.valid,
                    pipeline: PhotoPipeline(item: Resize(Size2D(try petBody.size)), normalization: .imageNet))
            }
        }
    }

    /// What the pretrained body makes of every photo, [photos, channels, h, w]. As long as the body and the averages of
    /// its norms stay as they are, it would make the same of a photo every time; so it is asked once.
    var photoMaps: Tensor {
        get throws {
            try run.once {
                let (all, body) = (try pairPhotos, try petBody.body().layers)
                body.eval()
                let places = Array(all.photos.indices)
                return .cat(
                    try stride(from: 0, to: places.count, by: 16).map { start in
                        let x = try all.pictures(Array(places[start..<min(start + 16, places.count)]))
                        return noGrad { body(x) }
                    })
            }
        }
    }

    /// Validation pairs, the same in every epoch and on every page: several for each photo, so that the accuracy does
    /// not hang on a few of them.
    var judgedPairs: [PhotoPair] {
        get throws {
            try run.once {
                let all = try pairPhotos
                return fixedPairs(all.valid, Partners(all.classes, among: all.valid), times: 4, seed: 1)
            }
        }
    }

    /// Pairs of photos for training, drawn anew at every reading, and pairs for validation.
    /// - Parameter maps: what stands for each photo: pictures, or what a body has made of them.
    func pairLoaders(
        _ partners: Partners, _ valid: [PhotoPair], times: Int, batchSize: Int = 32, using random: inout SplitMix64,
        maps: @escaping ([Int]) throws -> Tensor
    ) -> DataLoaders<(PairBatch, BoolTensor)> {
        let photos = partners.photos
        let count = photos.count * times
        let train = PairReader(count: count, read: maps) { partners.pair(photos[$0 % photos.count], using: &$1) }
        let judged = PairReader(count: valid.count, read: maps) { place, _ in valid[place] }
        return DataLoaders(
            DataLoader(train, batchSize: min(batchSize, count), dropsLast: true, shuffledUsing: &random),
            DataLoader(judged, batchSize: 32))
    }

    /// A head that learns from the maps of the pretrained body which pairs are of the same breed.
    func trainedOnMaps(
        _ partners: Partners, _ valid: [PhotoPair], epochs: Int, using random: inout SplitMix64
    ) throws -> (net: SiameseNet, rows: [Recorder.Row]) {
        let maps = try photoMaps
        let head = HeadPlan().layers(2 * maps.shape[1], outputs: 2, using: &random)
        let net = SiameseNet(encoder: Sequential(), head: head)
        let loaders = pairLoaders(
            partners, valid, times: run.size(quick: 1, usual: 4), batchSize: 64, using: &random
        ) { maps.rows($0) }
        let learner = SiameseLearner(loaders, net)
        try EpochReporting.silently { try learner.fitOneCycle(epochs, 3e-3) }
        return (net, learner.learner.recorder.rows)
    }

    /// What makes a training of this section differ from the book's.
    var pairDifference: String {
        get throws { "\(try petBody.title), \(try pairPhotos.photos.count) photos of \(try petBody.size) pixels" }
    }
}

/// Places in two parts, a fifth of them for validation, as chance wants it. In each part there are two classes, or it
/// would have no pairs of different ones; nil if that does not come about.
func twoClassesEach(_ classes: [Int]) throws -> (train: [Int], valid: [Int])? {
    for seed in 42..<UInt64(142) {
        let parts = try Splitter<Int>.random(seed: seed)(classes)
        if [parts.train, parts.valid].allSatisfy({ Set($0.map { classes[$0] }).count > 1 }) {
            return (parts.train, parts.valid)
        }
    }
    return nil
}

/// What a net says of pairs, [pairs, 2].
func scores(_ net: SiameseNet, _ pairs: [PhotoPair], _ maps: ([Int]) throws -> Tensor) rethrows -> Tensor {
    net.eval()
    return .cat(
        try stride(from: 0, to: pairs.count, by: 32).map { start in
            let some = pairs[start..<min(start + 32, pairs.count)]
            let x = PairBatch(try maps(some.map(\.first)), try maps(some.map(\.second)))
            return noGrad { net(x) }
        })
}

/// The share of those that are true.
func share(of values: [Bool]) -> Double { Double(values.count { $0 }) / Double(max(values.count, 1)) }

/// A net of 32 × 32 pixels, small enough to look at.
func tinySiameseNet(using random: inout SplitMix64) -> SiameseNet {
    let body = smallBody(width: 4, using: &random)
    return SiameseNet(
        encoder: body.layers, head: HeadPlan(hidden: [16]).layers(2 * body.channels, outputs: 2, using: &random))
}
