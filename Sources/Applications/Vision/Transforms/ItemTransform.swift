// # From photos of any size to photos of one size
//
// Photos are all differently large; a batch needs one size. An item transform chooses a rectangle of each photo and the
// size that it gets. It chooses before any pixel is decoded, from the photo's size alone: so no more is decoded than it
// needs.

import Tensors
import Training

/// What is shown beside a picture, where a map or a rectangle reaches beyond it. (The book's `pad_mode`.)
public enum PaddingMode: String, Sendable, Codable, CaseIterable {
    /// The picture again, as in a mirror at its edge.
    case reflect
    /// Black.
    case zeros
    /// The outermost pixels, on and on.
    case border
}

/// Which part of a photo is taken, and how large it becomes.
public struct Framing: Sendable, Equatable {
    /// In pixels of the whole photo. Where it sticks out, the photo is padded.
    public var region: Region
    public var size: Size2D
    public var padding: PaddingMode

    public init(_ region: Region, size: Size2D, padding: PaddingMode = .reflect) {
        (self.region, self.size, self.padding) = (region, size, padding)
    }

    /// Where the points of the photo go.
    public var map: PlaneMap { PlaneMap(region, fills: size) }
}

/// Brings a photo to a fixed size, by one interpolation.
public protocol ItemTransform: RandomTransform where Input == OpenedPhoto, Output == Photo {
    /// What comes out.
    var size: Size2D { get }
    /// - Parameters:
    ///   - size: height and width of the whole photo.
    ///   - isTraining: only then may chance play a part.
    func framing(of size: Size2D, isTraining: Bool, using random: inout SplitMix64) -> Framing
}

extension ItemTransform {
    /// The part of a photo that it chooses, as large as it says.
    /// - Throws: ``PhotoProblem``, which names the file.
    public func callAsFunction(
        _ photo: OpenedPhoto, isTraining: Bool, using random: inout SplitMix64
    ) throws -> Photo {
        try photo.photo(framing(of: photo.size, isTraining: isTraining, using: &random))
    }
}

/// A fixed size, in one of three ways. (The book's `Resize`.)
///
///     Resize(460)                          the largest square, at a random place in training, else in the middle
///     Resize([120, 160], .squish)          all of it, stretched
///     Resize(460, .pad(.zeros))            all of it, unstretched, with black beside it
public struct Resize: ItemTransform {
    public enum Method: Sendable, Equatable {
        /// The largest part of the right shape: at a random place in training, else in the middle.
        case crop
        /// All of the photo, whatever becomes of its shape.
        case squish
        /// All of the photo in its own shape, in the middle, and something beside it.
        case pad(PaddingMode)
    }

    public let size: Size2D
    public let method: Method

    public init(_ size: Size2D, _ method: Method = .crop) {
        requireSize(size, "Resize")
        (self.size, self.method) = (size, method)
    }

    public func framing(of whole: Size2D, isTraining: Bool, using random: inout SplitMix64) -> Framing {
        switch method {
        case .squish: return Framing(Region(whole), size: size)
        case .crop:
            let middle = Region(of: whole, shapedLike: size)
            return Framing(isTraining ? middle.moved(within: whole, using: &random) : middle, size: size)
        case .pad(let mode): return Framing(padded(whole), size: size, padding: mode)
        }
    }

    /// A rectangle around the photo. The photo itself will fill whole pixels.
    private func padded(_ whole: Size2D) -> Region {
        let scale = min(Double(size.height) / Double(whole.height), Double(size.width) / Double(whole.width))
        func side(_ old: Int, _ new: Int) -> (start: Double, length: Double) {
            let inner = min(max(Int((Double(old) * scale).rounded()), 1), new)
            let pixel = Double(old) / Double(inner)
            return (-Double((new - inner) / 2) * pixel, Double(new) * pixel)
        }
        let (y, x) = (side(whole.height, size.height), side(whole.width, size.width))
        return Region(x: x.start, y: y.start, width: x.length, height: y.length)
    }
}

/// The largest part in the middle that has the right shape.
public struct CenterCrop: ItemTransform {
    public let size: Size2D

    public init(_ size: Size2D) {
        requireSize(size, "CenterCrop")
        self.size = size
    }

    public func framing(of whole: Size2D, isTraining: Bool, using random: inout SplitMix64) -> Framing {
        Framing(Region(of: whole, shapedLike: size), size: size)
    }
}

/// In training a random part, which may be small, and its shape a little off; else the middle.
public struct RandomResizedCrop: ItemTransform {
    public let size: Size2D
    private let choice: RandomRegion

    /// - Parameters:
    ///   - minScale: the smallest share of the photo's area that may be taken.
    ///   - ratio: how wide the part may be for its height.
    public init(_ size: Size2D, minScale: Double = 0.35, ratio: ClosedRange<Double> = 3.0 / 4...4.0 / 3) {
        requireSize(size, "RandomResizedCrop")
        (self.size, choice) = (size, RandomRegion(minScale: minScale, ratio: ratio, "RandomResizedCrop"))
    }

    public func framing(of whole: Size2D, isTraining: Bool, using random: inout SplitMix64) -> Framing {
        let part = isTraining ? choice.region(of: whole, using: &random) : Region(of: whole, shapedLike: size)
        return Framing(part, size: size)
    }
}

/// Stops unless a size has pixels, and not too many.
func requireSize(_ size: Size2D, _ name: String) {
    let isPossible = (1...16_384).contains(size.height) && (1...16_384).contains(size.width)
    require(isPossible, "\(name)(\(size))", "a side has 1 to 16,384 pixels")
}
