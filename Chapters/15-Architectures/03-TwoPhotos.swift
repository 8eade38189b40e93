// # Two photos at once
//
// Section 15.3 · After this page you can make pairs of photos that are new at every reading in training, and always the
// same where they judge.

import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// A net need not answer the question what is on a photo. It may get two of them, and say whether both show the same
// breed. Chapter 11 makes such pairs; here is a net for them. It is called *Siamese*, because one body has to look at
// both photos. No function of a library puts such a net together, so you do everything yourself that `cnn_learner` does
// without a word.
//
// First the data. A pair is two photos, and whether they are of the same class:

/// Two photos by their places, and whether both are of the same class. (The book's `SiameseImage`, without its
/// pictures.)
public struct PhotoPair: Equatable, Hashable, Sendable {
    public let first: Int, second: Int
    public let isSame: Bool

    public init(_ first: Int, _ second: Int, isSame: Bool) {
        (self.first, self.second, self.isSame) = (first, second, isSame)
    }
}

// For each photo a partner is drawn: in half of all cases one of the same breed, in the other half one of another. Two
// things are easily got wrong. A photo must not be its own partner: that pair would be too easy. And a photo whose
// breed has no other photo can only get a partner that is different. `fixedPairs` draws pairs once, to be kept.

/// Draws partners for photos. (The book's `SiameseTransform`.)
public struct Partners: Sendable {
    /// Those that may be drawn.
    public let photos: [Int]
    private let classes: [Int]
    private let members: [Int: [Int]]

    /// - Parameters:
    ///   - classes: of all photos, by their places.
    ///   - photos: the places of those that may be drawn. They have at least two classes.
    public init(_ classes: [Int], among photos: [Int]) {
        (self.classes, self.photos) = (classes, photos)
        members = Dictionary(grouping: photos) { classes[$0] }
        require(members.count > 1, "Partners among \(photos.count) photos", "all are of the same class")
    }

    /// A photo and its partner: of the same class in half of the cases, if there is one. (The book's `_draw`.)
    public func pair(_ photo: Int, using random: inout SplitMix64) -> PhotoPair {
        let alike = members[classes[photo], default: []].filter { $0 != photo }
        if Bool.random(using: &random), let partner = alike.randomElement(using: &random) {
            return PhotoPair(photo, partner, isSame: true)
        }
        while true {
            let partner = photos.randomElement(using: &random)!
            if classes[partner] != classes[photo] { return PhotoPair(photo, partner, isSame: false) }
        }
    }
}

/// Pairs that are drawn once: so many for each photo.
public func fixedPairs(_ photos: [Int], _ partners: Partners, times: Int = 1, seed: UInt64) -> [PhotoPair] {
    var random = SplitMix64(seed: seed)
    return (0..<times).flatMap { _ in photos.map { partners.pair($0, using: &random) } }
}

extension Architectures {
    func pairsOfPhotos() throws {
        let all = try pairPhotos
        let pairs = fixedPairs(all.train, Partners(all.classes, among: all.train), times: 10, seed: run.seed)
        let same = share(of: pairs.map(\.isSame))
        let alone = all.train.count { place in all.train.count { all.classes[$0] == all.classes[place] } == 1 }
        show("\(all.train.count) for training, \(all.valid.count) for validation", "photos of \(petName)")
        show(alone, "of the training photos are alone in their breed")
        record("pairs/share-of-the-same-breed", same)
        show(
            pairs.count { $0.first == $0.second }, "pairs of a photo with itself",
            ask: "How many pairs of a photo with itself are there?")
        show(
            ImageGrid(
                try pairs.prefix(6).map { try pairPicture($0) },
                titles: pairs.prefix(6).map { $0.isSame ? "same" : "different" },
                columns: 3, cellSize: 260), "Pairs from \(petName)")
    }

    func freshAndFixed() throws {
        // In training, a photo gets another partner at every reading: of a few hundred photos there are tens of
        // thousands of pairs, and the net sees hardly any of them twice. In validation the pairs are drawn once and
        // kept. Otherwise the judge would ask other questions every time, and an epoch could be better than another by
        // luck. `PairReader` makes the batches: left photos, right photos, and what is true of each pair
        // (`SharedPairs.swift`).
        let all = try pairPhotos
        var random = run.random
        let loaders = pairLoaders(
            Partners(all.classes, among: all.train), try judgedPairs, times: 1, using: &random
        ) { places in Tensor(places.map { Float($0) }) }
        // `met` notes the first partner of each photo in an epoch, and `kept` compares two epochs:
        func met(_ loader: DataLoader<(PairBatch, BoolTensor)>) -> [Float: Float] {
            var found: [Float: Float] = [:]
            for (x, _) in loader { for (a, b) in zip(x.left.scalars, x.right.scalars) { found[a] = found[a] ?? b } }
            return found
        }
        func kept(_ loader: DataLoader<(PairBatch, BoolTensor)>) -> Double {
            let (first, second) = (met(loader), met(loader))
            let both = first.keys.filter { second[$0] != nil }
            return share(of: both.map { first[$0] == second[$0] })
        }
        let (train, valid) = (kept(loaders.train), kept(loaders.valid))
        record("pairs/share-with-the-same-partner-in-the-next-epoch-training", train)
        record(
            "pairs/share-with-the-same-partner-in-the-next-epoch-validation", valid,
            predict: .share("Which share of the validation photos has the same partner in the next epoch?", valid))
    }
}

// MARK: Helpers

extension Architectures {
    /// Both photos of a pair as the net sees them, with a black strip between them.
    func pairPicture(_ pair: PhotoPair) throws -> Raster {
        let all = try pairPhotos
        let bright = PhotoPipeline(item: all.pipeline.item)
        let x = try bright.batch([pair.first, pair.second].map { all.photos[$0].photo })
        let (left, right) = (Photo(brightnesses: x[0]).raster, Photo(brightnesses: x[1]).raster)
        var both = Raster(width: left.width + right.width + 10, height: left.height, fill: .black)
        both.paste(left, x: 0, y: 0)
        both.paste(right, x: left.width + 10, y: 0)
        return both
    }
}
