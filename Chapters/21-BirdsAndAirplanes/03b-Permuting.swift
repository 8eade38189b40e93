// # Back to a picture
//
// Section 21.3 · After this page you can put the axes of a tensor into another order, and say why a picture has to go
// back before it can be shown.

import Figures
import Notebook
import Tensors

// A tensor with its channels first cannot be painted as it is. Whoever paints goes from pixel to pixel, and wants the
// three numbers of a pixel together. So the axes have to change places again: the new axis 0 is the old axis 1 (rows),
// the new axis 1 is the old axis 2 (columns), and the new axis 2 is the old axis 0 (channels). In short: 1, 2, 0.
//
// What does that mean for a single number? The number at [row, column, channel] of the result is the one at
// [channel, row, column] of x. For any order of any three axes:

/// x [a, b, c] with its axes in another order: axis k of the result is axis `order[k]` of x. (The book's `permute`.)
/// - Throws: `TransformError` when x has not three axes, or the order is not one of 0, 1 and 2.
public func permutedByHand(_ x: Tensor, _ order: [Int]) throws -> Tensor {
    guard x.rank == 3, order.sorted() == [0, 1, 2] else {
        throw TransformError(
            "permutedByHand", "expected three axes and an order of 0, 1, 2; found \(x.shape), \(order)")
    }
    let shape = order.map { x.shape[$0] }
    var (numbers, place) = ([Float](), [0, 0, 0])
    for i in 0..<shape[0] {
        for j in 0..<shape[1] {
            for k in 0..<shape[2] {
                for (axis, index) in zip(order, [i, j, k]) { place[axis] = index }
                numbers.append(x[place[0], place[1], place[2]].item)
            }
        }
    }
    return Tensor(shape: shape, numbers)
}

extension BirdsAndAirplanes {
    func axesInAnotherOrder() throws {
        // A tensor with two channels of one row and three columns:
        let x = Tensor([[[1, 2, 3]], [[10, 20, 30]]])
        show(x.shape, "shape of x")
        let pixels = try permutedByHand(x, [1, 2, 0])
        show(
            pixels.shape, "shape with the axes 1, 2, 0", ask: "x is [2, 1, 3]. What is its shape in the order 1, 2, 0?")
        show(pixels, "the three pixels, each with its two numbers")

        // The engine has `permuted`, with the same result. It copies nothing: a tensor is a way to look at its memory,
        // and `permuted` changes only how far apart neighbours are:
        show(x.permuted(1, 2, 0).scalars == pixels.scalars, "the same numbers")
        show("\(x.strides) and \(x.permuted(1, 2, 0).strides)", "strides of x, and of x permuted")

        // It is not the same as giving the numbers another shape, which leaves them in their order. `reshaped` mixes up
        // the channels, and complains of nothing:
        show(x.reshaped(1, 3, 2), "x reshaped to [1, 3, 2]")
        show(
            x.reshaped(1, 3, 2).scalars == pixels.scalars, "equal to permuted",
            ask: "Has x.reshaped(1, 3, 2) the same numbers in the same places as x.permuted(1, 2, 0)?")
    }
}

// So the way back from a tensor to a picture is: channels last, times 255, and round to the nearest byte.

/// A tensor [channels, height, width] of floats from 0 to 1 → a picture [height, width, channels] of bytes. Floats
/// outside of 0 to 1 are clipped. (The book's listing has it as `ToPILImage`, which does not round but cuts off.)
public struct ToPicture: Transform {
    public init() {}

    public func callAsFunction(_ x: Tensor) throws -> ByteTensor {
        guard x.rank == 3 else {
            throw TransformError("ToPicture", "expected channels, rows, columns; found \(x.shape)")
        }
        return ByteTensor((x.permuted(1, 2, 0).clamped(min: 0, max: 1) * 255).rounded())
    }
}

extension BirdsAndAirplanes {
    func thereAndBack() throws {
        // Check: item 99 as it is, and after a journey through floats. The book looks at both and is content. We count:
        let picture = try PictureDataset(try pictures.train)[99].0
        let back = try ToPicture()(try ToTensor()(picture))
        let different = zip(picture.scalars, back.scalars).count { $0 != $1 }
        show(
            different, "bytes that differ, of \(picture.count)",
            ask: "After the way to floats and back, how many of the \(picture.count) bytes differ?")
        show(
            ImageGrid([Raster(picture), Raster(back)], titles: ["as it is", "and back"], columns: 2),
            "Item 99 of \(dataName), twice the same picture")

        // Is that luck? There are only 256 bytes, so we can try all of them. And what if more is done to a float on its
        // way, such as taking a mean away and adding it again? Every step rounds, and a float may come back a tiny bit
        // too small. Rounding to the nearest byte repairs that. Cutting off, as torchvision does, loses a whole step of
        // brightness:
        let floats = (0...255).map { Float($0) / 255 }
        let moved = floats.map { ($0 - 0.49) / 0.25 * 0.25 + 0.49 }
        var table = TextTable(["on the way", "back by rounding", "back by cutting off"])
        for (name, x) in [("nothing", floats), ("(x - 0.49) / 0.25, and undone", moved)] {
            let bytes = x.map { $0 * 255 }
            table.add(
                name, bytes.indices.count { bytes[$0].rounded() == Float($0) },
                bytes.indices.count { bytes[$0].rounded(.down) == Float($0) })
        }
        show(table, "How many of the 256 bytes come back")
    }

    func paintedWithoutPermuting() throws {
        // And what if somebody forgets to permute? The numbers of the tensor, taken as if they were pixels:
        let picture = try PictureDataset(try pictures.train)[99].0
        let mixedUp = try ToTensor()(picture).reshaped(32, 32, 3)
        show(
            ImageGrid([Raster(picture), Raster(mixedUp)], titles: ["item 99", "reshaped"], columns: 2),
            "Reshaped instead of permuted: nine small copies in one, three columns and three rows of them")

        // Three neighbours of a row have become the red, the green and the blue of one pixel, so a row of the result
        // holds three rows of one channel. And there are three channels, one below the other: nine small grey pictures.
    }
}
