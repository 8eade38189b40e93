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

extension Architectures {
    /// Siamese nets of several seeds, trained on the photos to learn from, with a frozen body.
    var netsOfPairs: [SiameseNet] {
        get throws {
            try run.once {
                let all = try pairPhotos
                let partners = Partners(all.classes, among: all.train)
                return try run.overSeeds(run.size(quick: 1, usual: 3, full: 5)) { random in
                    try trainedOnMaps(
                        partners, try judgedPairs.prefix(32) + [], epochs: run.size(quick: 1, usual: 4), using: &random
                    ).net
                }
            }
        }
    }

    /// All judges, after learning from the photos of these places. The same set of judges, by its tag, learns once.
    func judged(learned places: [Int], by pairs: [PhotoPair], tag: String) throws -> [JudgedRow] {
        if tag == "six judges" { return try sixRows }
        return try judges(places, pairs, siamese: nil)
    }

    private var sixRows: [JudgedRow] {
        get throws { try run.once { try judges(pairPhotos.train, judgedPairs, siamese: netsOfPairs) } }
    }

    /// - Parameter siamese: nets that have learned from these photos already.
    private func judges(_ places: [Int], _ pairs: [PhotoPair], siamese: [SiameseNet]?) throws -> [JudgedRow] {
        let (all, maps) = (try pairPhotos, try photoMaps)
        let partners = Partners(all.classes, among: places)
        let practice = fixedPairs(places, partners, times: 2, seed: 7)
        var rows = [
            JudgedRow(name: "always different", values: []), JudgedRow(name: "pixels", values: []),
            JudgedRow(name: "features", values: []), JudgedRow(name: "which breed?", values: []),
            JudgedRow(name: "Siamese net", values: []), JudgedRow(name: "Siamese net of differences", values: []),
        ]
        let pixels = try distances(practice, pairs) { try PhotoPipeline(item: Resize(32)).batch($0.map { all.photos[$0].photo }) }
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
            let net = try siamese?[number] ?? trainedOnMaps(partners, few, epochs: epochs, using: &random).net
            rows[4].values.append(accuracy(net, pairs) { maps.rows($0) })
            let other = headOnDifferences(maps.shape[1], using: &random)
            let loaders = pairLoaders(partners, few, times: run.size(quick: 1, usual: 4), using: &random) { maps.rows($0) }
            try EpochReporting.silently { try SiameseLearner(loaders, other).fitOneCycle(epochs, 3e-3) }
            rows[5].values.append(accuracy(other, pairs) { maps.rows($0) })
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
