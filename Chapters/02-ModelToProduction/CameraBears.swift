// What section 2.6 shares: bears as cameras see them, turned into features once, and last layers that learn from some.

import Datasets
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

/// What a last layer says of photos that it has not learned from.
struct CameraSplit {
    /// The true kinds of the photos that judge.
    let kinds: [Int]
    /// Their places among all photos.
    let places: [Int]
    /// For each trouble probabilities [photos, kinds].
    let probabilities: [Tensor]
    /// For each trouble how far the features of each photo are from those of the photos that were learned from.
    let distances: [[Double]]
    /// The same for strangers.
    let strangerProbabilities: Tensor, strangerDistances: [Double]
    /// The share of the most frequent kind.
    let baseline: Double

    func said(_ trouble: Int) -> [Int] { probabilities[trouble].argmax(axis: 1).scalars.map { Int($0) } }
    func sureness(_ trouble: Int) -> [Double] {
        probabilities[trouble].max(axis: 1).values.scalars.map { Double($0) }
    }
    func accuracy(_ trouble: Int) -> Double {
        Double(zip(said(trouble), kinds).count { $0 == $1 }) / Double(max(kinds.count, 1))
    }
    /// The share of photos about which the answer is wrong, and more than 0.9 sure.
    func sureAndWrong(_ trouble: Int) -> Double {
        let (said, sure) = (said(trouble), sureness(trouble))
        return Double(kinds.indices.count { said[$0] != kinds[$0] && sure[$0] > 0.9 }) / Double(max(kinds.count, 1))
    }
}

/// Photos under all troubles, and several last layers.
struct CameraWatch {
    let names: [String]
    /// As the net sees them, before normalization. [3, h, w] each
    let pictures: [Tensor]
    let strangers: [Tensor]
    let splits: [CameraSplit]
}

extension ModelToProduction {
    /// Bears as cameras see them.
    var cameraWatch: CameraWatch {
        get throws {
            try run.once {
                let (bears, body) = (try bears, try body)
                // Faulty files are known where bears are generated; they are left out, as if they had been cleaned away.
                let photos = try photos.filter { bears.faults[bears.shortName($0)] == nil }
                let (vocabulary, names) = (try self.kinds, try self.kinds.classes)
                let kinds = photos.map { vocabulary[parentFolder($0)]! }
                let side = Size2D(
                    body.isLarge ? run.size(quick: 32, usual: 96, full: 160) : run.size(quick: 32, usual: 64))
                let pipeline = PhotoPipeline(item: Resize(side))
                let all = try pipeline.batch(photos)
                let pictures = (0..<photos.count).map { all[$0] }
                let scenes = try GeneratedScenes(
                    count: run.size(quick: 8, usual: 60), size: 64, classes: [.car, .house, .tree, .boat, .cup],
                    seed: run.seed)
                let strangers = try pipeline.batch(
                    (0..<scenes.count).map { Photo(height: 64, width: 64, pixels: scenes.images[$0].scalars) })
                let strangerList = (0..<scenes.count).map { strangers[$0] }
                var random = run.random
                let net = body.body()
                let features = CameraTrouble.allCases.map { trouble in
                    cameraFeatures(pictures.map { trouble.seen($0, using: &random) }, net)
                }
                let strange = cameraFeatures(strangerList, net)
                let splits = run.overSeedsAtOnce(run.size(quick: 2, usual: 5)) { random in
                    cameraSplit(features, strange, kinds, names.count, using: &random)
                }
                return CameraWatch(names: names, pictures: pictures, strangers: strangerList, splits: splits)
            }
        }
    }

    /// The means of the body's maps, [n, channels].
    private func cameraFeatures(_ pictures: [Tensor], _ body: Body) -> Tensor {
        body.layers.eval()
        let rows = stride(from: 0, to: pictures.count, by: 32).map { first in
            let x = Tensor.stack(Array(pictures[first..<min(first + 32, pictures.count)]))
            return noGrad { body.layers(Normalization.imageNet(x)).mean(axes: 2, 3) }
        }
        return .cat(rows)
    }

    /// A last layer learns from three quarters of the photos as they are, and judges the others.
    private func cameraSplit(
        _ features: [Tensor], _ strangers: Tensor, _ kinds: [Int], _ count: Int, using random: inout SplitMix64
    ) -> CameraSplit {
        let order = random.permutation(kinds.count)
        let held = Array(order[..<(kinds.count / 4)]), learned = Array(order[(kinds.count / 4)...])
        let rows = features[0].rows(learned)
        let (mean, deviation) = (rows.mean(axis: 0), rows.variance(axis: 0).sqrt() + 1e-2)
        func scaled(_ x: Tensor) -> Tensor { (x - mean) / deviation }
        let (x, y) = (scaled(rows), IntTensor(learned.map { kinds[$0] }))
        let head = Linear(x.shape[1], count, using: &random)
        let optimizer = AdamW(
            groups: [ParameterGroup(head.parameters, learningRate: 2 / Float(x.shape[1]))],
            learningRate: 2 / Float(x.shape[1]), weightDecay: 0.05)
        for _ in 0..<run.size(quick: 5, usual: 80) {
            optimizer.zeroGrad()
            crossEntropy(head(x), y).backward()
            optimizer.step()
        }
        func probabilities(_ x: Tensor) -> Tensor { noGrad { head(scaled(x)).softmax(axis: 1) } }
        func distances(_ rows: Tensor) -> [Double] { nearestDistances(scaled(rows), x) }
        let shares = Dictionary(grouping: learned.map { kinds[$0] }) { $0 }.mapValues(\.count)
        let most = shares.keys.min { (-shares[$0]!, $0) < (-shares[$1]!, $1) }!
        return CameraSplit(
            kinds: held.map { kinds[$0] }, places: held,
            probabilities: features.map { probabilities($0.rows(held)) },
            distances: features.map { distances($0.rows(held)) }, strangerProbabilities: probabilities(strangers),
            strangerDistances: distances(strangers),
            baseline: Double(held.count { kinds[$0] == most }) / Double(max(held.count, 1)))
    }
}
