// What the pretrained body says of photos, as rows of numbers, on which a last layer learns in a moment. The pages that
// train many times learn from these.

import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

extension OtherVisionProblems {
    /// The features of a frozen body: for each of its maps the mean and the largest number [n, 2 · channels], scaled to
    /// a mean of 0 and a deviation of 1 by `scaled` later. Nothing is left to chance.
    func features(of photos: [any PhotoSource], _ body: Body, _ pipeline: PhotoPipeline) throws -> Tensor {
        body.layers.eval()
        let rows = try stride(from: 0, to: photos.count, by: 32).map { first in
            let x = try pipeline.batch(Array(photos[first..<min(first + 32, photos.count)]))
            return noGrad {
                let maps = body.layers(x)
                return Tensor.cat([maps.mean(axes: 2, 3), maps.adaptiveMaxPooled(1).flattened(from: 1)], axis: 1)
            }
        }
        return .cat(rows)
    }

    /// How photos are brought to the size of the net, when features are made of them.
    func quietPipeline(_ body: Pretrained) -> PhotoPipeline {
        PhotoPipeline(
            item: Resize(Size2D(body.isLarge ? body.size : run.size(quick: 32, usual: 96))), normalization: .imageNet)
    }

    /// The features of all photos with several labels, and their zeros and ones.
    var sceneFeatures: (x: Tensor, y: Tensor) {
        get throws {
            try run.once {
                let (body, photos, block) = (try body, try photos, MultiCategoryBlock(try classes))
                let x = try features(of: photos.map(photoOf), body.body(), quietPipeline(body))
                return (x, Tensor.stack(try photos.map { try block.label(of: labelsOf($0)) }))
            }
        }
    }
}

extension Array where Element: Equatable {
    /// Each element once, in the order in which they come.
    func reduced() -> [Element] { enumerated().filter { !self[..<$0].contains($1) }.map(\.element) }
}
