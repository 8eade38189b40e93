// # Number by number
//
// Section 2.3 · After this page you can crop, squish and pad a picture by hand.

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
// in its own shape, and puts zeros above and below. For sides that are multiples of one another, each is a line:

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
        // `Resize` does that with photos of any size, in three colours, and mixes pixels by their shares where sides are
        // no multiples. On `wide` it must be the same to the last number:
        let pixels = Self.wide.scalars.flatMap { [UInt8($0), UInt8($0), UInt8($0)] }
        let photo = Photo(height: 2, width: 4, pixels: pixels)
        var random = run.random
        var table = TextTable(["way", "by hand", "Resize"])
        let ways: [(name: String, byHand: Tensor, resize: Resize)] = [
            ("crop", cropped(Self.wide), Resize(2)), ("squish", squished(Self.wide), Resize(2, .squish)),
            ("pad", padded(Self.wide), Resize(4, .pad(.zeros))),
        ]
        var areSame = true
        for way in ways {
            let framing = way.resize.framing(of: photo.size, isTraining: false, using: &random)
            let engines = Tensor(photo.framed(framing).bytes)[0..., 0..., 0]
            areSame = areSame && engines.scalars == way.byHand.scalars
            table.add(way.name, "\(way.byHand.scalars.map { Int($0) })", "\(engines.scalars.map { Int($0) })")
        }
        show(table, "By hand and by Resize, row by row")
        show(areSame, "all of them the same")
    }
}
