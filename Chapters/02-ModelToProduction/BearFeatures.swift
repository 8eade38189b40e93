// What the pretrained body says of photos, and heads that learn from that, which takes a moment. How good a head is, is
// always judged by photos that it has not learned from.

import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

extension ModelToProduction {
    /// What the pretrained body, as it is, says of all `photos`, in their order; each photo is resized with nothing
    /// left to chance [photos, channels].
    var features: Tensor { get throws { try run.once { try features(of: photos) } } }

    /// The same for any photos.
    /// - Parameters:
    ///   - other: nil for the body that all pages share.
    ///   - item: nil for squishing, which leaves nothing out.
    ///   - batch: what is done with photos besides; without chance.
    func features(
        of photos: [any PhotoSource], by other: Pretrained? = nil, item: Resize? = nil, batch: [any BatchTransform] = []
    ) throws -> Tensor {
        let body = try other ?? self.body
        let layers = body.body().layers
        layers.eval()
        let pipeline = PhotoPipeline(
            item: item ?? Resize(Size2D(body.size), .squish), batch: batch, normalization: .imageNet)
        let loader = DataLoader(
            photos: photos, labels: [Int](repeating: 0, count: photos.count), pipeline: pipeline, batchSize: 24)
        let all = noGrad { loader.map { layers($0.0).mean(axes: 2, 3) } }
        if let problem = loader.problem { throw problem }
        return .cat(all)
    }

    /// Features of photos that were changed at random: all of them, then all of them again [each · photos, channels].
    func features(
        ofVariants photos: [URL], each count: Int, by changes: [any BatchTransform] = augmentations(),
        body other: Pretrained? = nil, using random: inout SplitMix64
    ) throws -> Tensor {
        let body = try other ?? self.body
        let pipeline = PhotoPipeline(
            item: Resize(Size2D(body.size), .squish), batch: changes, normalization: nil)
        let variants = try (0..<count).flatMap { _ in
            try photos.map { file in
                let framed = try pipeline.framed(file, isTraining: true, using: &random).photo
                return Photo(
                    brightnesses: pipeline.augmented(framed, isTraining: true, using: &random).picture)
            }
        }
        return try features(of: variants, by: body)
    }

    /// A head that has learned the kinds of some photos from their features.
    func head(_ x: Tensor, _ labels: [Int], using random: inout SplitMix64) throws -> FeatureHead {
        let y = IntTensor(labels)
        let outputs = try kinds.count
        return FeatureHead(x, outputs: outputs, steps: run.size(quick: 5, usual: 80), using: &random) {
            crossEntropy($0, y)
        }
    }

    /// The share of photos of which a head says another kind.
    func errorRate(_ head: FeatureHead, _ x: Tensor, _ labels: [Int]) -> Double {
        let answers = head(x).argmax(axis: 1).scalars
        return Double(zip(answers, labels).count { Int($0) != $1 }) / Double(max(labels.count, 1))
    }

    /// The error rate among a fifth of the photos, of a head that has learned from the others.
    func errorOfHead(_ x: Tensor, _ labels: [Int], using random: inout SplitMix64) throws -> Double {
        let order = random.permutation(labels.count)
        let held = Array(order[..<(order.count / 5)]), learned = Array(order[(order.count / 5)...])
        let head = try head(x.entries(learned, axis: 0), learned.map { labels[$0] }, using: &random)
        return errorRate(head, x.entries(held, axis: 0), held.map { labels[$0] })
    }
}
