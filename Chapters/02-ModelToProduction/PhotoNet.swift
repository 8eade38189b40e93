// A net as the application uses it: photos are prepared by whoever has one, and predicted together, one batch after the
// other.

import Common
import Dispatch
import Figures
import Foundation
import Layers
import Tensors
import Vision

/// What a net says of one picture, and where it looked.
public struct NetAnswer: Sendable {
    /// In the order of the classes.
    public let probabilities: [Float]
    /// [h, w], 0 and more.
    public let places: Tensor
    /// How many pictures were predicted in the same batch.
    public let together: Int
}

/// A trained net behind a queue.
public final class PhotoNet: @unchecked Sendable {
    // Unchecked: the layers are used on `queue` alone; all else does not change.
    let model: PhotoModel<CategoryBlock>
    /// For people: "mobilenetv2, 128 × 128 pixels".
    public let name: String
    /// The side of the pictures that it sees.
    public let size: Int
    private let queue = DispatchQueue(label: "net")

    public init(_ model: PhotoModel<CategoryBlock>) {
        self.model = model
        size = model.pipeline.size?.width ?? 64
        name = "\(model.architecture), \(size) × \(size) pixels"
    }

    /// A net in a file that `export(to:)` has written.
    /// - Throws: `ModelFileProblem`, which names the file.
    public convenience init(_ file: URL) throws {
        let model = try PhotoModel<CategoryBlock>(file, architectures: [4, 8, 16].map(smallArchitecture))
        // Nothing is learned any more, so no gradient of a weight need be computed.
        model.net.freeze()
        self.init(model)
    }

    public var classes: [String] { model.target.vocabulary.classes }

    /// A photo as the net sees it [3, h, w].
    public func picture(of photo: OpenedPhoto) throws -> Tensor { try model.pipeline.batch([photo])[0] }

    /// Pictures are predicted together, in a thread of their own.
    public func answers(for pictures: [Tensor]) async -> [NetAnswer] {
        await withCheckedContinuation { done in
            queue.async { done.resume(returning: self.answersNow(for: pictures)) }
        }
    }

    func answersNow(for pictures: [Tensor]) -> [NetAnswer] {
        let (probabilities, places) = answersWithPlaces(model.net, .stack(pictures))
        return pictures.indices.map {
            NetAnswer(probabilities: probabilities[$0].scalars, places: places[$0], together: pictures.count)
        }
    }

    /// The part of a photo that the net sees, for people: its longer side has so many pixels.
    func shown(_ photo: OpenedPhoto, side: Int) throws -> Raster {
        var random = SplitMix64(seed: 0)  // nothing is drawn in validation
        var framing =
            model.pipeline.item?.framing(of: photo.size, isTraining: false, using: &random)
            ?? Framing(Region(photo.size), size: photo.size)
        let longer = Double(max(framing.size.height, framing.size.width))
        func scaled(_ count: Int) -> Int { max(1, Int(Double(count * side) / longer)) }
        framing.size = Size2D(scaled(framing.size.height), scaled(framing.size.width))
        return try photo.photo(framing).raster
    }
}

/// The bodies of small nets by the names that their files have.
func smallArchitecture(width: Int) -> Architecture {
    Architecture("small\(width)") { random in smallBody(width: width, using: &random) }
}
