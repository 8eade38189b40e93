// # Number by number
//
// Section 2.3 · After this page you can crop, squish and pad a picture by hand.

import Common
import Figures
import Notebook
import Tensors
import Vision

// There are three ways to make a square of a picture that is none. What they do is best seen where every number can be
// followed. `wide` has two rows of four pixels, a single colour:

extension ModelToProduction {
    /// A picture of 2 × 4 pixels (height, width).
    static let wide = Tensor([[10, 20, 30, 40], [50, 60, 70, 80]])
}

// *Crop* takes the largest square in the middle, and leaves out what is beside it. *Squish* takes everything, and
// makes the longer side as short as the other; where two pixels become one, that is their mean. *Pad* takes everything
// in its own shape, and puts zeros above and below. For sides that are multiples of one another, each takes a
// line or two. They are called `cropped`, `squished` and `padded`:

/// The largest square in the middle. x [h, w] → [s, s], s = min(h, w)
public func cropped(_ x: Tensor) -> Tensor {
    let (height, width) = (x.shape[0], x.shape[1])
    let side = min(height, width)
    let (top, left) = ((height - side) / 2, (width - side) / 2)
    return x[top..<top + side, left..<left + side]
}

/// Everything, with means of neighbours where one side is longer. x [h, w] → [s, s], s = min(h, w), which h and w are
/// multiples of
public func squished(_ x: Tensor) -> Tensor {
    let side = x.shape.min()!
    return x.reshaped(side, x.shape[0] / side, side, x.shape[1] / side).mean(axes: 1, 3)
}

/// Everything in its own shape, and zeros beside it. x [h, w] → [s, s], s = max(h, w)
public func padded(_ x: Tensor) -> Tensor {
    let side = x.shape.max()!
    let (above, before) = ((side - x.shape[0]) / 2, (side - x.shape[1]) / 2)
    return x.padded([(above, side - x.shape[0] - above), (before, side - x.shape[1] - before)])
}

extension ModelToProduction {
    func threeSmallSquares() {
        let wide = Self.wide
        show(
            squished(wide), "squished",
            predict: .numbers(
                "Squished to 2 × 2, the rows 10 20 30 40 and 50 60 70 80 become four numbers. Which, row by row?",
                [15, 35, 55, 75]))
        show(
            NumberGrids([
                .init("2 × 4 pixels", wide, decimals: 0), .init("crop", cropped(wide), decimals: 0),
                .init("squish", squished(wide), decimals: 0), .init("pad", padded(wide), decimals: 0),
            ]), "The same eight pixels in three ways to a square")
        // Crop has lost 10, 40, 50 and 80. Squish has lost no region, but every contrast between the pixels that were
        // mixed, and what was twice as wide as high is square now. Pad has lost nothing, and half of what the net will
        // see are zeros.
    }

    func sameAsResize() {
        // `Resize` does that with photos of any size, in three colours. Are its numbers the same?
        let pixels = Self.wide.scalars.flatMap { [UInt8($0), UInt8($0), UInt8($0)] }
        let photo = Photo(height: 2, width: 4, pixels: pixels)
        var random = run.random
        var table = TextTable(["way", "by hand, row by row", "Resize"])
        let ways: [(name: String, byHand: Tensor, resize: Resize)] = [
            ("crop", cropped(Self.wide), Resize(2)), ("squish", squished(Self.wide), Resize(2, .squish)),
            ("pad", padded(Self.wide), Resize(4, .pad(.zeros))),
        ]
        for way in ways {
            let framing = way.resize.framing(of: photo.size, isTraining: false, using: &random)
            let engines = Tensor(photo.framed(framing).bytes)[0..., 0..., 0]
            func digits(_ x: Tensor) -> String { x.scalars.map { "\(Int($0))" }.joined(separator: " ") }
            table.add(way.name, digits(way.byHand), digits(engines))
        }
        show(table, "By hand and by Resize")

        // Crop and pad are. Squish is near: means of two pixels are the simplest way to make one of them, and `Resize`
        // takes a better one, as other libraries do. Every pixel counts the less the further it is from the new
        // one's middle, which reaches beyond the two. Here 10, 20 and 30 count as 3 : 3 : 1, and that is rounded:
        let mixed: Double = (30 + 60 + 30) / 7
        show(fixed(mixed, 2), "the first pixel, squished by Resize")
    }
}
