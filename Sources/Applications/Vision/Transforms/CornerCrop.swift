// Five views of a photo, of which none is left to chance: the four corners, and the middle.

import Tensors

/// A part of a photo that has the right shape and touches two of its edges, or is in the middle.
///
///     let views = CornerCrop.Place.allCases.map { CornerCrop(160, $0) }
///
/// A. Krizhevsky, I. Sutskever and G. Hinton ("ImageNet Classification with Deep Convolutional Neural Networks", 2012)
/// averaged what their net said of these five and of their mirror images.
public struct CornerCrop: ItemTransform {
    public enum Place: Sendable, CaseIterable { case topLeft, topRight, bottomLeft, bottomRight, centre }

    public let size: Size2D
    public let place: Place
    /// How long its sides are, for those of the largest part of the right shape.
    public let share: Double

    /// - Parameter share: 1 takes as much as there is. A photo that has the right shape already then looks the same
    ///   from all places.
    public init(_ size: Size2D, _ place: Place, share: Double = 1) {
        requireSize(size, "CornerCrop")
        require(share > 0 && share <= 1, "CornerCrop with share \(share)", "a share of the sides is above 0, at most 1")
        (self.size, self.place, self.share) = (size, place, share)
    }

    public func framing(of whole: Size2D, isTraining: Bool, using random: inout SplitMix64) -> Framing {
        let largest = Region(of: whole, shapedLike: size)
        let (width, height) = (largest.width * share, largest.height * share)
        let (right, bottom) = (Double(whole.width) - width, Double(whole.height) - height)
        // Whole pixels, as with `CenterCrop`.
        let (x, y): (Double, Double) =
            switch place {
            case .topLeft: (0, 0)
            case .topRight: (right, 0)
            case .bottomLeft: (0, bottom)
            case .bottomRight: (right, bottom)
            case .centre: ((right / 2).rounded(.down), (bottom / 2).rounded(.down))
            }
        return Framing(Region(x: x, y: y, width: width, height: height), size: size)
    }
}
