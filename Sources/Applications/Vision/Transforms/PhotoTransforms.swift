// # Photos in pipelines
//
//     Pipeline { OpenPhoto(); Resize(224); PhotoToBytes() }       // a file → [3, 224, 224], bytes
//     Pipeline { BytesToFloats(); Normalization.imageNet }        // [n, 3, 224, 224] → the numbers that a net sees
//     Pipeline { OpenPhoto(); photoPipeline }                     // both at once, in the way of data blocks
//
// The steps of a data block, one by one, for pipelines of your own.

import Figures
import Foundation
import Notebook
import Tensors
import Training

/// Opens a file or a photo in memory.
public struct OpenPhoto<Source: PhotoSource>: Transform {
    /// For files.
    public init() where Source == URL {}
    /// For another kind of source.
    public init(_ kind: Source.Type) {}

    /// - Throws: ``PhotoProblem``, which names the file.
    public func callAsFunction(_ source: Source) throws -> OpenedPhoto { try source.opened() }
}

/// A photo as an array of bytes [3, h, w]. (The book's `ToTensor`.)
public struct PhotoToBytes: ReversibleTransform {
    public init() {}
    public func callAsFunction(_ photo: Photo) -> ByteTensor { photo.bytes.permuted(2, 0, 1) }
    public func decode(_ bytes: ByteTensor) -> Photo {
        Photo(height: bytes.shape[1], width: bytes.shape[2], pixels: bytes.permuted(1, 2, 0).scalars)
    }
}

/// Bytes 0…255 as brightnesses 0…1, of any shape. (The book's `IntToFloatTensor`.)
public struct BytesToFloats: ReversibleTransform {
    public init() {}
    public func callAsFunction(_ bytes: ByteTensor) -> Tensor { Tensor(bytes) / 255 }
    public func decode(_ x: Tensor) -> ByteTensor {
        ByteTensor(shape: x.shape, (x * 255).scalars.map { $0 > 0 ? UInt8(min($0, 255).rounded()) : 0 })
    }
}

extension Normalization: ReversibleTransform {
    public func decode(_ x: Tensor) -> Tensor { undone(x) }
}

extension PhotoPipeline: RandomTransform, ReversibleTransform {
    public typealias Input = OpenedPhoto
    public typealias Output = Tensor

    /// The picture [3, h, w] that a net sees.
    /// - Throws: ``PhotoProblem``, which names the file.
    public func callAsFunction(
        _ photo: OpenedPhoto, isTraining: Bool, using random: inout SplitMix64
    ) throws -> Tensor {
        let framed = try framed(photo, isTraining: isTraining, using: &random).photo
        return augmented(framed, isTraining: isTraining, using: &random).picture
    }

    /// The picture with its brightnesses again. What chance has changed stays changed: one wants to see it.
    public func decode(_ picture: Tensor) -> OpenedPhoto {
        Photo(brightnesses: normalization?.undone(picture) ?? picture).opened()
    }
}

// MARK: For people

extension Photo: Drawable {}

extension OpenedPhoto: Drawable {
    /// Of a file that cannot be read any more, a grey pixel.
    public var raster: Raster { ((try? photo()) ?? Photo(height: 1, width: 1, pixels: [128, 128, 128])).raster }
}
