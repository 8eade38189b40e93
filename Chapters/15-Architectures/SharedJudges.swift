// Six judges of pairs, from one who knows nothing to Siamese nets, for pages 03f and 03g.

import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

/// How often a judge was right, once for each seed.
struct JudgedRow {
    let name: String
    var values: [Double]
}

/// A trained net of pairs, and what it reads for photos: pictures, or the maps of a frozen body.
struct PairJudge {
    let net: SiameseNet
    let read: ([Int]) throws -> Tensor
    /// Of the training, if it had two phases.
    var phases: TrainedPairs?

    func scores(_ pairs: [PhotoPair]) throws -> Tensor { try Chapter15.scores(net, pairs, read) }
    func accuracy(_ pairs: [PhotoPair]) throws -> Double {
        let said = try scores(pairs).argmax(axis: 1).scalars
        return share(of: zip(pairs, said).map { $0.isSame == ($1 == 1) })
    }
}

extension Architectures {
    /// A judge by a Siamese net. With the large body, training the head is enough, and much shorter.
    func siameseJudge(
        _ partners: Partners, _ valid: [PhotoPair], using random: inout SplitMix64
    ) throws -> PairJudge {
        if try petBody.isLarge {
            let maps = try photoMaps
            let epochs = run.size(quick: 1, usual: 4)
            let net = try trainedOnMaps(partners, valid, epochs: epochs, using: &random).net
            return PairJudge(net: net) { maps.rows($0) }
        }
        let (all, phases) = (try pairPhotos, try bothPhases(partners, valid, using: &random))
        return PairJudge(net: phases.net, read: { try all.pictures($0) }, phases: phases)
    }

    /// The pairs that judge a net while it trains: one for each photo that is not learned from.
    var fewPairs: [PhotoPair] { get throws { Array(try judgedPairs.prefix(pairPhotos.valid.count)) } }

    /// Judges of several seeds, which have learned from the training photos.
    var netsOfPairs: [PairJudge] {
        get throws {
            try run.once {
                let all = try pairPhotos
                let partners = Partners(all.classes, among: all.train)
                return try run.overSeeds(run.size(quick: 1, usual: 3, full: 5)) { random in
                    try siameseJudge(partners, try fewPairs, using: &random)
                }
            }
        }
    }

    /// A net after both phases: with the small body, the first of those judges.
    var twoPhases: TrainedPairs {
        get throws {
            try run.once {
                if let done = try netsOfPairs[0].phases { return done }
                var random = run.random
                let all = try pairPhotos
                return try bothPhases(Partners(all.classes, among: all.train), try fewPairs, using: &random)
            }
        }
    }

    /// Six judges that have learned from the training photos, before the pairs of the others.
    var sixRows: [JudgedRow] {
        get throws { try run.once { try judges(pairPhotos.train, judgedPairs, siamese: netsOfPairs) } }
    }

    /// Six judges that have learned from the photos of some places, over several seeds.
    /// - Parameter siamese: those with a Siamese net, if they have learned from these photos already.
    func judges(_ places: [Int], _ pairs: [PhotoPair], siamese: [PairJudge]?) throws -> [JudgedRow] {
        let (all, maps) = (try pairPhotos, try photoMaps)
        let partners = Partners(all.classes, among: places)
        let practice = fixedPairs(places, partners, times: 2, seed: 7)
        var rows = [
            JudgedRow(name: "always different", values: []), JudgedRow(name: "pixels", values: []),
            JudgedRow(name: "features", values: []), JudgedRow(name: "which breed?", values: []),
            JudgedRow(name: "Siamese net", values: []), JudgedRow(name: "differences of features, trained", values: []),
        ]
        let small = PhotoPipeline(item: Resize(32))
        let pixels = try distances(practice, pairs) { try small.batch($0.map { all.photos[$0].photo }) }
        let means = maps.mean(axes: 2, 3)
        let features = thresholded(
            practice, pairs, cosineDistances(practice, means), cosineDistances(pairs, means))
        let epochs = run.size(quick: 1, usual: 4)
        let few = Array(pairs.prefix(32))
        _ = try run.overSeeds(run.size(quick: 1, usual: 3, full: 5)) { random in
            let number = rows[0].values.count
            rows[0].values.append(share(of: pairs.map { !$0.isSame }))
            rows[1].values.append(pixels)
            rows[2].values.append(features)
            rows[3].values.append(try breedsAgree(places, pairs, using: &random))
            let judge = try siamese?[number] ?? siameseJudge(partners, few, using: &random)
            rows[4].values.append(try judge.accuracy(pairs))
            let other = headOnDifferences(maps.shape[1], using: &random)
            let loaders = pairLoaders(
                partners, few, times: run.size(quick: 1, usual: 4), batchSize: 64, using: &random
            ) { maps.rows($0) }
            try EpochReporting.silently { try SiameseLearner(loaders, other).fitOneCycle(epochs, 3e-3) }
            rows[5].values.append(try PairJudge(net: other) { maps.rows($0) }.accuracy(pairs))
        }
        return rows
    }

    /// A head learns the breeds of these photos; pairs of which it says the same breed twice count as the same.
    private func breedsAgree(_ places: [Int], _ pairs: [PhotoPair], using random: inout SplitMix64) throws -> Double {
        let (all, maps) = (try pairPhotos, try photoMaps)
        let head = HeadPlan().layers(maps.shape[1], outputs: all.breeds.count, using: &random)
        let dataset = TensorDataset(maps.rows(places), IntTensor(places.map { all.classes[$0] }))
        let train = DataLoader(dataset, batchSize: min(32, places.count), dropsLast: true, shuffledUsing: &random)
        let learner = Learner(
            DataLoaders(train, DataLoader(dataset, batchSize: 256)), head, loss: { crossEntropy($0, $1) },
            optimizer: { AdamW($0, learningRate: $1) })
        try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 8), learningRate: 3e-3) }
        head.eval()
        let said = noGrad { head(maps).argmax(axis: 1).scalars }
        return share(of: pairs.map { (said[$0.first] == said[$0.second]) == $0.isSame })
    }
}

/// The accuracy of a judge by distances, whose threshold is found on other pairs.
private func thresholded(
    _ practice: [PhotoPair], _ pairs: [PhotoPair], _ known: [Float], _ distances: [Float]
) -> Double {
    let threshold = bestThreshold(known, practice.map(\.isSame))
    return share(of: zip(pairs, distances).map { $0.isSame == ($1 < threshold) })
}

private func cosineDistances(_ pairs: [PhotoPair], _ means: Tensor) -> [Float] {
    cosineDistance(means.rows(pairs.map(\.first)), means.rows(pairs.map(\.second)))
}

/// The same for the mean difference of pixels.
private func distances(
    _ practice: [PhotoPair], _ pairs: [PhotoPair], _ pictures: ([Int]) throws -> Tensor
) rethrows -> Double {
    func all(_ pairs: [PhotoPair]) throws -> [Float] {
        try stride(from: 0, to: pairs.count, by: 128).flatMap { start in
            let some = pairs[start..<min(start + 128, pairs.count)]
            return (try pictures(some.map(\.first)) - pictures(some.map(\.second))).abs().mean(axes: 1, 2, 3).scalars
        }
    }
    return thresholded(practice, pairs, try all(practice), try all(pairs))
}
