// # Presizing
//
// Section 14.1 · After this page you can change pictures in many ways at the cost of a single interpolation, and say
// why one begins with more pixels than the net will get.

import Figures
import Foundation
import Notebook
import Tensors

// Photographs have all sizes, and a batch is one tensor. The book's loader gets from the one to the other in two steps,
// the *presizing* of section 5.2. There the engine did it; here both steps are built from tensors. First, picture by
// picture, while the files are read: the shorter side is brought to `presize` pixels, more than the net will get, and a
// square is cut out of the longer one, for training at a random place, for validation in the middle. Then, batch by
// batch: the squares are changed at random, and brought to `resize` pixels. For its trainings on Imagenette the book
// takes 160 and 128. Here is the first step. (A square that is too large is made smaller by taking means: each new
// pixel is the mean of the old ones that it covers, which section 14.2 calls adaptive pooling. One that is too small is
// interpolated.)

/// A square of a photo: the shorter side brought to `side` pixels, values from 0 to 1 [3, side, side]. (The book's
/// `Resize`.)
///
/// - Parameter share: where the square lies along the longer side, from 0 (left or above) to 1 (right or below).
public func presized(_ photo: Raster, to side: Int, at share: Double = 0.5) -> Tensor {
    let length = min(photo.height, photo.width)
    let top = Int((share * Double(photo.height - length)).rounded(.down))
    let left = Int((share * Double(photo.width - length)).rounded(.down))
    let bytes = ByteTensor(shape: [photo.height, photo.width, photo.channels], photo.pixels)
    let square = Tensor(bytes[top..<top + length, left..<left + length]).permuted(2, 0, 1) / 255
    let resized =
        length > side
        ? square.adaptiveAveragePooled(Size2D(side)) : square.interpolated(to: Size2D(side), mode: .bilinear)
    return resized.expanded(to: [3, side, side])  // a grey picture has one channel, three times the same
}

extension ResidualNets {
    func squaresOfAPhoto() throws {
        // Two pictures side by side make a wide photo, of which three squares may be cut:
        let pictures = try source.contents.train
        let wide = Raster(.cat([pictures[0], pictures[1]], axis: 2))
        let squares = [0, 0.5, 1].map { Raster(presized(wide, to: 64, at: $0)) }
        show(
            ImageGrid([wide] + squares, titles: ["the photo", "at 0", "in the middle", "at 1"], columns: 4),
            "A wide photo, and squares of it")

        // What lies outside of the square is lost, and with it sometimes the thing that the label names. That is the
        // price for pictures that are neither squeezed nor framed. (Ours are cut once, when the files are read. The
        // book's loader reads them in every epoch, and cuts anew.)
    }
}

// Now the second step. A picture that is turned by a few degrees, or looked at a little from the side, still shows the
// same thing. But whatever moves pixels puts them between the pixels of the result, so colours must be mixed from
// neighbours, and that blurs. Do it four times, and the picture has been blurred four times. The remedy is to move
// *places* first, and to look up colours once, at the end. A place is (x, y), from −1 to 1, with y downwards. A map
// says for each place of the new picture where in the old one its colour is found. As a matrix of three rows for (x, y,
// 1), it can cut, shift, mirror, enlarge, turn and tilt, and one change after the other is a product of matrices:

/// Where in the old picture the places of a new one are found: [3, 3] for (x, y, 1), from −1 to 1, y downwards.
public enum PlaceMap {
    /// A part of the picture, in shares of its size, around (x, y). A negative width mirrors it.
    public static func part(_ width: Float, _ height: Float, x: Float = 0, y: Float = 0) -> Tensor {
        Tensor([[width, 0, x], [0, height, y], [0, 0, 1]])
    }

    /// The picture turned clockwise.
    public static func turned(by degrees: Float) -> Tensor {
        let (c, s) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
        return Tensor([[c, s, 0], [-s, c, 0], [0, 0, 1]])
    }

    /// Seen a little from the side (x) or from above or below (y): what is nearer is larger. (The book's `Warp`.)
    public static func tilted(x: Float, y: Float) -> Tensor { Tensor([[1, 0, 0], [0, 1, 0], [x, y, 1]]) }
}

// `lookedUp` looks up the colours, for a batch with a map for each picture. A map takes (x, y, 1) to three numbers, of
// which the third divides the other two; where nothing is tilted, it is 1. `pixelPlaces` makes pixels of places. What
// would lie outside the picture is folded back into it, as in a mirror, so that no black corners appear. Then the four
// pixels around each place are mixed, the nearer ones more:

/// Places from −1 to 1 as places among pixels, 0...length − 1; those outside are mirrored at the edges.
func pixelPlaces(_ places: Tensor, _ length: Int) -> Tensor {
    let turns = (places + 1) - 4 * ((places + 1) / 4).floor()  // 0..<4: there and back again
    let inside = 1 - (turns - 2).abs()
    return (((inside + 1) * Float(length) - 1) / 2).clamped(min: 0, max: Float(length - 1))
}

/// Pictures looked up at other places, each by its own map, with one interpolation:
/// x [n, channels, h, w], maps [n, 3, 3] → [n, channels, side, side]
public func lookedUp(_ x: Tensor, _ maps: Tensor, side: Int) -> Tensor {
    let (channels, height, width) = (x.shape[1], x.shape[2], x.shape[3])
    let line = (2 * Tensor.arange(side) + 1) / Float(side) - 1
    let grid = [line.tiled(side), line.repeated(side, axis: 0), .ones(side * side)]
    let moved = maps.matmul(.stack(grid))  // [n, 3, side²]
    let across = pixelPlaces(moved[0..., 0] / moved[0..., 2], width)
    let down = pixelPlaces(moved[0..., 1] / moved[0..., 2], height)
    let (left, top) = (across.floor(), down.floor())
    let (right, below) = ((left + 1).clamped(max: Float(width - 1)), (top + 1).clamped(max: Float(height - 1)))
    let pixels = x.flattened(from: 2)
    func colours(_ row: Tensor, _ column: Tensor) -> Tensor {
        let places = IntTensor(row * Float(width) + column).unsqueezed(1)
        return pixels.gathered(axis: 2, places.expanded(to: [x.shape[0], channels, side * side]))
    }
    let (toRight, toBelow) = ((across - left).unsqueezed(1), (down - top).unsqueezed(1))
    let above = colours(top, left) * (1 - toRight) + colours(top, right) * toRight
    let under = colours(below, left) * (1 - toRight) + colours(below, right) * toRight
    return (above * (1 - toBelow) + under * toBelow).reshaped(-1, channels, side, side)
}
