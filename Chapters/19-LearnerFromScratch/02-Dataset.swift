// # Anything with a count and a subscript
//
// Section 19.2 · After this page you can say what a dataset is, and write one for pictures of any size.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors

// A dataset is anything that can say how many items it has, and give the item of a number. In Python that is a class
// with `__len__` and `__getitem__`. In Swift it is a protocol, a promise that the compiler checks. An item is an input
// x and the number y of its class. Getting one may fail, since files may be broken. `Sendable` is a promise, too:
// several threads will ask at once, and nothing may go wrong because of that.

/// Items by their number, from 0 to `count` - 1.
public protocol Dataset: Sendable {
    var count: Int { get }
    subscript(index: Int) -> (x: Tensor, y: Int) { get throws }
}

// Where the items come from is nobody's business. They may lie in memory, or be made when they are asked for, such as
// these squares:

/// The squares of 0, 1, 2 …; their class is whether the number is odd.
public struct Squares: Dataset {
    public let count: Int

    public init(_ count: Int) { self.count = count }

    public subscript(index: Int) -> (x: Tensor, y: Int) { (Tensor([Float(index * index)]), index % 2) }
}

extension LearnerFromScratch {
    func countAndSubscript() {
        let squares = Squares(1_000_000)
        show(squares.count, "items, none of which exists yet")
        show("x = \(squares[12].x), y = \(squares[12].y)", "item 12")
    }
}

// Our items are pictures in files, of different sizes. A batch needs one size: 64 × 64, as in the book. What is the
// colour of a new pixel? Take a single row of three old pixels, of which two new ones are to be made. Both rows are
// equally long, so each new pixel is as wide as one and a half old ones:
//
//     old  |    a    |    b    |    c    |
//     new  |       A      |      B       |
//
// A covers all of a and half of b. Of A's width, that is two thirds and one third. So its colour is ⅔ a + ⅓ b, the mean
// of what it covers. The shares form a matrix with a row for every new pixel, here [⅔, ⅓, 0] and [0, ⅓, ⅔]:

/// How much of each old pixel lies under each new one, as a share of the new one: [new, old]. Every row sums to 1.
public func overlaps(_ new: Int, _ old: Int) -> Tensor {
    // New pixel i covers the old axis from i · step to (i + 1) · step, old pixel j from j to j + 1.
    let step = Float(old) / Float(new)
    let (i, j) = (Tensor.arange(new).unsqueezed(1), Tensor.arange(old))
    let covered = ((i + 1) * step).minimum(j + 1) - (i * step).maximum(j)
    return covered.clamped(min: 0) / step
}

extension LearnerFromScratch {
    func overlapsOfPixels() {
        show(overlaps(2, 4), "from 4 pixels to 2: pairs are averaged")
        show(overlaps(2, 3), "from 3 to 2: the middle one is shared")
        show(
            overlaps(4, 2)[1], "row 1 from 2 to 4",
            ask: "From 2 pixels to 4: which shares of the two old pixels make new pixel 1?")
    }
}

// With such a matrix, a product makes all new rows of a picture at once. A picture has two axes. So rows and columns
// change places, the columns get their turn, and the axes go back. That is all of `resized`:

/// New rows, each the mean of what it covers: x [h, w, c] → [size, w, c]
func rowsResized(_ x: Tensor, to size: Int) -> Tensor {
    overlaps(size, x.shape[0]).matmul(x.reshaped(x.shape[0], -1)).reshaped(size, x.shape[1], x.shape[2])
}

/// A picture in another size; every new pixel is the mean of what it covers. x [h, w, c] → [size, size, c]
public func resized(_ x: Tensor, to size: Int) -> Tensor {
    if x.shape[0] == size, x.shape[1] == size { return x }
    let columnsFirst = rowsResized(x, to: size).transposed(0, 1)
    return rowsResized(columnsFirst, to: size).transposed(0, 1)
}

// To compare numbers, we take the largest difference of two in the same place, `largestDifference` of the module
// `Notebook`:

extension LearnerFromScratch {
    func resizeAPicture() throws {
        // A picture at 64, at 16 and at 8 pixels, and squeezed into a square if it was none:
        let file = try files[0]
        let x = Tensor(try openAsRGB(file)) / 255
        // (All are drawn equally high here, so that the pixels can be compared.)
        let sizes = [64, 16, 8]
        let height = min(140, 140 * x.shape[0] / x.shape[1])
        let width = height * x.shape[1] / x.shape[0]
        show(
            ImageGrid(
                [Raster(x).resized(width: width, height: height)]
                    + sizes.map { Raster(resized(x, to: $0)).resized(width: height, height: height) },
                titles: ["\(x.shape[1]) × \(x.shape[0])"] + sizes.map { "\($0) × \($0)" },
                columns: 4),
            "One picture at four sizes: fewer pixels, and each is larger")

        // Averaging keeps the mean of each channel: nothing gets darker.
        let means = [x, resized(x, to: 16)].map { $0.mean(axes: 0, 1) }
        show(largestDifference(means[0], means[1]), "largest difference of a channel's mean, before and after")
        show(largestDifference(means[0], means[1]) < 1e-4, "none but rounding")

        // (Pillow's `resize` weights the pixels around the middle more than those at the edge of a stretch, by a cubic
        // curve. The pictures look a little crisper, and their numbers differ a little from ours.)
    }
}
