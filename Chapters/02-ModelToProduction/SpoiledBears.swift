// Photos with faults that are known, for the pages 04f and 04g: how they are made, and how many of them a list finds.

import Datasets
import Foundation
import Notebook
import Tensors
import Vision

/// Photos that belong to no kind, and what the body says of them.
struct Strangers {
    /// Made of two photos each, whose places are in `places`.
    let twoBears: (photos: [Photo], x: Tensor, places: [(Int, Int)])
    let noBear: (photos: [Photo], x: Tensor)
}

extension ModelToProduction {
    /// The photos of this run without those of which it is known that something is wrong with them; of real photos
    /// nobody knows.
    var cleanBears: [URL] {
        get throws {
            let bears = try bears
            return try photos.filter { bears.faults[bears.shortName($0)] == nil }
        }
    }

    /// The error rate of somebody who always says the kind that is the most frequent.
    var majorityError: Double { get throws { 1 - shareOfMostFrequent(try bearFeatures.labels) } }

    /// What the body says of all photos of this run whose labels are right, in the order of `cleanBears`.
    var bearFeatures: BearFeatures {
        get throws {
            try run.once {
                let (files, kinds) = (try cleanBears, Vocabulary(try cleanBears.map(parentFolder)))
                return BearFeatures(
                    x: try body.features(of: files), labels: files.map { kinds[parentFolder($0)]! },
                    classes: kinds.classes)
            }
        }
    }

    /// Pairs of photos in one picture, and scenes without any bear.
    var strangers: Strangers {
        get throws {
            try run.once {
                let (files, labels) = (try cleanBears, try bearFeatures.labels)
                var random = run.random
                let (first, second) = (random.permutation(files.count), random.permutation(files.count))
                let places = zip(first, second).filter { labels[$0] != labels[$1] }.prefix(
                    run.size(quick: 8, usual: 48))
                let pairs = try places.map {
                    halfAndHalf(try Photo(files[$0], atLeast: 224), try Photo(files[$1], atLeast: 224))
                }
                let scenes = try GeneratedScenes(count: run.size(quick: 4, usual: 24), size: 128, seed: run.seed)
                let others = (0..<scenes.count).map {
                    Photo(height: 128, width: 128, pixels: scenes.images[$0].scalars)
                }
                return Strangers(
                    twoBears: (pairs, try body.features(of: pairs), Array(places)),
                    noBear: (others, try body.features(of: others)))
            }
        }
    }

    /// Three fifths of the photos to learn from, with faults; the others are there for validation.
    func spoiled(using random: inout SplitMix64) throws -> SpoiledPhotos {
        let (all, strangers) = (try bearFeatures, try strangers)
        let order = random.permutation(all.labels.count)
        let (test, train) = (Array(order[..<(order.count * 2 / 5)]), Array(order[(order.count * 2 / 5)...]))
        var (labels, faults) = (train.map { all.labels[$0] }, [PlantedFault?](repeating: nil, count: train.count))
        var truth: [Int?] = labels
        func other(than label: Int) -> Int {
            (label + Int.random(in: 1..<all.classes.count, using: &random)) % all.classes.count
        }
        for place in 0..<(train.count / 8) {
            (labels[place], faults[place]) = (other(than: labels[place]), .wrongLabel)
        }
        // A picture of two photos may be learned from only if both of them may.
        let known = Set(train)
        let pairs = strangers.twoBears.places.indices.filter {
            known.contains(strangers.twoBears.places[$0].0) && known.contains(strangers.twoBears.places[$0].1)
        }.prefix(max(1, train.count / 16))
        let scenes = random.permutation(strangers.noBear.photos.count).prefix(max(1, train.count / 16))
        for (fault, count) in [(PlantedFault.twoBears, pairs.count), (.noBear, scenes.count)] {
            labels += (0..<count).map { _ in Int.random(in: 0..<all.classes.count, using: &random) }
            faults += [PlantedFault?](repeating: fault, count: count)
            truth += [Int?](repeating: nil, count: count)
        }
        let x = Tensor.cat([
            all.x.rows(train), strangers.twoBears.x.rows(Array(pairs)), strangers.noBear.x.rows(Array(scenes)),
        ])
        return SpoiledPhotos(
            train: BearFeatures(x: x, labels: labels, classes: all.classes), test: all.rows(test), truth: truth,
            faults: faults)
    }
}

extension SpoiledPhotos {
    /// After somebody has looked at some of the photos: wrong labels are right there, and what shows no kind is gone.
    func mended(_ seen: some Sequence<Int>) -> BearFeatures {
        let seen = Set(seen)
        let kept = faults.indices.filter { !seen.contains($0) || truth[$0] != nil }
        return BearFeatures(
            x: train.x.rows(kept), labels: kept.map { seen.contains($0) ? truth[$0]! : train.labels[$0] },
            classes: train.classes)
    }

    /// Without some of the photos, whatever they are.
    func without(_ removed: some Sequence<Int>) -> BearFeatures {
        let removed = Set(removed)
        return train.rows(faults.indices.filter { !removed.contains($0) })
    }
}

/// Which share of the faults is at the head of a list.
struct FoundFaults {
    /// By the way in which the list was made; of all faults, and of each kind.
    let all: [Double], shares: [[PlantedFault: Double]]
    let byChance: Double

    init(_ lists: [[Float]], _ spoiled: SpoiledPhotos) {
        let count = spoiled.faultCount
        let heads = lists.map { losses in
            losses.indices.sorted { (losses[$1], $0) < (losses[$0], $1) }.prefix(count)
        }
        byChance = Double(count) / Double(spoiled.faults.count)
        all = heads.map { head in Double(head.count { spoiled.faults[$0] != nil }) / Double(max(count, 1)) }
        shares = heads.map { head in
            Dictionary(
                uniqueKeysWithValues: PlantedFault.allCases.map { kind in
                    let planted = spoiled.faults.count { $0 == kind }
                    return (kind, Double(head.count { spoiled.faults[$0] == kind }) / Double(max(planted, 1)))
                })
        }
    }
}
