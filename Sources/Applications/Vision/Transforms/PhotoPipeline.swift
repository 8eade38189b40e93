// # From a file to the numbers that a net sees
//
//     PhotoPipeline(item: Resize(160), batch: augmentations(size: 128, minScale: 0.75), normalization: .imageNet)
//
// Two steps, as in section 5.2 of the book (presizing). First each photo gets a size that is larger than what the net
// will see. Then all augmentations and the cut to the final size are one map of the plane, one map of the light, and
// one interpolation. There is room to turn and to zoom, so no empty corners come into view; and nothing is blurred by
// being computed again and again.

import Kernels
import Tensors

/// What is done with photos before a net sees them. One value serves training and validation: chance plays a part only
/// in training.
public struct PhotoPipeline: Sendable {
    /// Brings every photo to one size; nil leaves each as it is.
    public var item: (any ItemTransform)?
    /// What is composed into one change.
    public var batch: [any BatchTransform]
    /// What is shown beside the picture, where the composed map reaches beyond it.
    public var padding: PaddingMode
    /// Nil leaves brightnesses from 0 to 1.
    public var normalization: Normalization?

    public init(
        item: (any ItemTransform)? = nil, batch: [any BatchTransform] = [], padding: PaddingMode = .reflect,
        normalization: Normalization? = nil
    ) {
        (self.item, self.batch, self.padding, self.normalization) = (item, batch, padding, normalization)
    }

    /// What comes out; nil when that is a matter of each photo.
    public var size: Size2D? { batch.last { $0.size != nil }?.size ?? item?.size }

    /// What comes out of a photo of a size.
    public func size(of photo: Size2D) -> Size2D { size ?? photo }
}

extension PhotoPipeline {
    /// The first step: a photo as the item transform wants it.
    /// - Returns: the photo, and where the points of the file's photo went.
    /// - Throws: ``PhotoProblem``, which names the file.
    public func framed(
        _ source: some PhotoSource, isTraining: Bool, using random: inout SplitMix64
    ) throws -> (photo: Photo, map: PlaneMap) {
        let opened = try source.opened()
        guard let item else { return (try opened.photo(), .identity) }
        let framing = item.framing(of: opened.size, isTraining: isTraining, using: &random)
        return (try opened.photo(framing), framing.map)
    }

    /// What all batch transforms together do with a picture of a size.
    public func change(of size: Size2D, isTraining: Bool, using random: inout SplitMix64) -> Change {
        var (all, size) = (Change.none, size)
        for transform in batch {
            let next = isTraining ? transform.change(of: size, using: &random) : transform.quietChange(of: size)
            all = Change(map: all.map.then(next.map), light: all.light.then(next.light))
            size = transform.size ?? size
        }
        return all
    }

    /// The second step: all batch transforms, by one interpolation.
    /// - Returns: the picture [3, h, w], and where the points of the photo went.
    public func augmented(
        _ photo: Photo, isTraining: Bool, using random: inout SplitMix64
    ) -> (picture: Tensor, map: PlaneMap) {
        let change = change(of: photo.size, isTraining: isTraining, using: &random)
        let size = size(of: photo.size)
        let picture = NDArray<Float>(shape: [3, size.height, size.width]) {
            write(photo, changed: change, to: $0.baseAddress!)
        }
        return (Tensor(array: picture), change.map)
    }

    /// Pictures as a net is judged by them, [n, 3, h, w]: to predict.
    /// - Throws: ``PhotoProblem``, which names the first file that cannot be read; or says that the pictures differ in
    ///   size.
    public func batch(_ photos: [any PhotoSource]) throws -> Tensor {
        try Tensor(array: PhotoBatch(photos, self).picturesOnAllThreads())
    }

    /// Writes the picture's numbers, [3, h, w].
    func write(_ photo: Photo, changed change: Change, to target: UnsafeMutablePointer<Float>) {
        let size = size(of: photo.size)
        let meaning = (0..<3).flatMap {
            normalization?.meaning(of: change.light, channel: $0) ?? brightnesses(change.light)
        }
        withUnsafeTemporaryAllocation(of: SIMD4<Float>.self, capacity: photo.size.count) { pixels in
            spreadPixels(photo.pixels, count: pixels.count, into: pixels.baseAddress!)
            let picture = SampledPicture(
                pixels.baseAddress!, height: photo.height, width: photo.width, edge: padding.edge)
            samplePicture(
                picture, at: PicturePlaces(change.map.inverse.matrix), meaning: meaning, into: target,
                height: size.height, width: size.width)
        }
    }
}

extension PaddingMode {
    fileprivate var edge: PictureEdge {
        switch self {
        case .reflect: .mirror
        case .zeros: .zeros
        case .border: .nearest
        }
    }
}
