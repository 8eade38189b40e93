// What a file keeps of a pipeline: what is done with a photo that is to be predicted. Chance plays no part then, so the
// random transforms leave nothing behind but the sizes that they cut to.

import Foundation
import Tensors

struct SavedPipeline: Codable, Equatable {
    enum Method: String, Codable { case crop, squish, pad }
    struct Item: Codable, Equatable {
        var method: Method
        var size: [Int]
        /// Beside the photo, where it is padded.
        var padding: PaddingMode?
    }

    var item: Item?
    /// The sizes that the picture is cut to, one after the other.
    var cuts: [[Int]]
    var padding: PaddingMode
    var normalization: Normalization?

    /// - Throws: `TargetProblem` for a transform that a file cannot keep.
    init(_ pipeline: PhotoPipeline) throws {
        item = try pipeline.item.map(Item.init)
        cuts = try pipeline.batch.compactMap { transform in
            if let size = (transform as? RandomCrop)?.size { return [size.height, size.width] }
            let isQuiet = [Size2D(64), Size2D(48, 80)].allSatisfy { transform.quietChange(of: $0) == .none }
            guard isQuiet, transform.size == nil else { throw strange(transform) }
            return nil
        }
        (padding, normalization) = (pipeline.padding, pipeline.normalization)
    }

    /// nil if the numbers make no sense.
    var pipeline: PhotoPipeline? {
        guard cuts.allSatisfy({ size($0) != nil }), item.map({ size($0.size) != nil }) ?? true else { return nil }
        if let normalization {
            let numbers = normalization.mean + normalization.deviation
            guard normalization.mean.count == 3, normalization.deviation.count == 3,
                numbers.allSatisfy(\.isFinite), normalization.deviation.allSatisfy({ $0 > 0 })
            else { return nil }
        }
        let transform: (any ItemTransform)? = item.map { item in
            let size = size(item.size)!
            return switch item.method {
            case .crop: CenterCrop(size)
            case .squish: Resize(size, .squish)
            case .pad: Resize(size, .pad(item.padding ?? .reflect))
            }
        }
        return PhotoPipeline(
            item: transform, batch: cuts.map { RandomCrop(size($0)!, minScale: 1) }, padding: padding,
            normalization: normalization)
    }
}

extension SavedPipeline.Item {
    init(_ transform: any ItemTransform) throws {
        size = [transform.size.height, transform.size.width]
        switch transform {
        case is CenterCrop, is RandomResizedCrop: method = .crop
        case let resize as Resize:
            switch resize.method {
            case .crop: method = .crop
            case .squish: method = .squish
            case .pad(let mode): (method, padding) = (.pad, mode)
            }
        default: throw strange(transform)
        }
    }
}

private func strange(_ transform: Any) -> TargetProblem {
    TargetProblem("the transform \(type(of: transform)) is not one that a file can keep")
}

private func size(_ sides: [Int]) -> Size2D? {
    sides.count == 2 && sides.allSatisfy { (1...16_384).contains($0) } ? Size2D(sides[0], sides[1]) : nil
}
