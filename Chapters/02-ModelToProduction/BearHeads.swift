// Features of a frozen body, and linear heads that learn from them: what the pages of section 2.4 need that train
// dozens of times. The body says the same of the same photo each time, so it is asked once; a head then learns from
// rows of numbers.

import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

/// Photos as a frozen body sees them: the means of its maps.
struct BearFeatures {
    /// [n, channels]
    let x: Tensor
    let labels: [Int]
    let classes: [String]

    func rows(_ places: [Int]) -> BearFeatures {
        BearFeatures(x: x.rows(places), labels: places.map { labels[$0] }, classes: classes)
    }
}

/// A linear layer that has learned the kinds of photos from their features, with all of them at once in each step.
struct LinearHead {
    private let head: FeatureHead

    init(_ features: BearFeatures, steps: Int, using random: inout SplitMix64) {
        let y = IntTensor(features.labels)
        head = FeatureHead(features.x, outputs: features.classes.count, steps: steps, using: &random) {
            crossEntropy($0, y)
        }
    }

    /// What it says of other photos.
    func judge(_ features: BearFeatures) -> ClassificationInterpretation {
        let p = head(features.x).softmax(axis: 1)
        return ClassificationInterpretation(p, actual: features.labels, classes: features.classes)
    }

    func errorRate(_ features: BearFeatures) -> Double { 1 - judge(features).accuracy }
}

/// What heads say of photos that they have not learned from: the photos are dealt into five parts, and five heads
/// learn from four of them and judge the fifth.
func judgedByOthers(
    _ features: BearFeatures, steps: Int, using random: inout SplitMix64
) -> ClassificationInterpretation {
    let order = random.permutation(features.labels.count)
    var rows = [Tensor?](repeating: nil, count: order.count)
    for part in 0..<5 {
        let held = order.indices.filter { $0 % 5 == part }.map { order[$0] }
        if held.isEmpty { continue }
        let learned = order.indices.filter { $0 % 5 != part }.map { order[$0] }
        let judged = LinearHead(features.rows(learned), steps: steps, using: &random).judge(features.rows(held))
        for (row, place) in held.enumerated() { rows[place] = judged.probabilities[row] }
    }
    return ClassificationInterpretation(
        .stack(rows.map { $0! }), actual: features.labels, classes: features.classes)
}

// The book's table of its training, beside which ours stands.

/// What the book reports of a ResNet-18 on about 630 photos: the epoch of the head, and four of everything. Columns:
/// training loss, validation loss, error rate.
enum BookBears {
    static let head = [1.235733, 0.212541, 0.087302]
    static let all = [
        [0.213371, 0.112450, 0.023810], [0.173855, 0.072306, 0.023810], [0.147096, 0.039068, 0.015873],
        [0.123984, 0.026801, 0.015873],
    ]
}

extension Tensor {
    /// Some of the rows, in this order.
    func rows(_ places: [Int]) -> Tensor { places.isEmpty ? self[..<0] : .stack(places.map { self[$0] }) }
}

extension Pretrained {
    /// What the body says of photos [n, channels], with nothing left to chance.
    func features(of photos: [any PhotoSource]) throws -> Tensor {
        let layers = body().layers
        layers.eval()
        let pipeline = PhotoPipeline(item: Resize(Size2D(size), .squish), normalization: .imageNet)
        let loader = DataLoader(
            photos: photos, labels: [Int](repeating: 0, count: photos.count), pipeline: pipeline, batchSize: 24)
        let all = noGrad { loader.map { layers($0.0).mean(axes: 2, 3) } }
        if let problem = loader.problem { throw problem }
        return .cat(all)
    }
}
