// # Does the map point at the object?
//
// Section 18.3 · After this page you can say where a map points, and whether that is where the net has looked.

import Datasets
import Figures
import Layers
import Notebook
import Tensors

// A picture with a bright spot on the cat convinces everybody. But one picture proves nothing. And a spot that is
// somewhere near the middle is often on the object anyway, because objects take up room; the next page counts how
// often. Our scenes come with a box around the object, and with a mask that says which pixels show it. So we can count.
//
// The measure is called the *pointing game* (J. Zhang and others, 2016): the map points at its largest number. If that
// is inside the box, it is a hit. A place of our map is a square of 8 × 8 pixels, and it points at the middle of it.
// `peaks` finds these pixels for many maps:

/// A pixel.
public struct Pixel: Sendable, Equatable {
    public let row, column: Int

    public init(row: Int, column: Int) { (self.row, self.column) = (row, column) }
}

/// Where maps [n, h, w] of pictures with `side` × `side` pixels have their largest numbers.
public func peaks(of maps: Tensor, side: Int) -> [Pixel] {
    let (h, w) = (maps.shape[1], maps.shape[2])
    return maps.flattened(from: 1).argmax(axis: 1).scalars.map { place in
        Pixel(row: (2 * (place / w) + 1) * side / (2 * h), column: (2 * (place % w) + 1) * side / (2 * w))
    }
}

// `mapsOfLabels` makes the map of its own kind for each scene:

/// The map of kind `labels[n]` for each picture: x [n, 3, h, w] → [n, h', w']
func mapsOfLabels(_ labels: [Int], of net: MapNet, on x: Tensor) -> Tensor {
    let rows = net.head.weight.value.detached().rows(labels)
    return einsum("nk,nkij->nij", rows, lastActivations(of: net, on: x))
}

// And `aimed` draws it: the map over the picture, a white frame around the box, and a dot where the map points.

/// A map [h, w] over a picture [3, 64, 64], with a box and the pixel that the map points at.
func aimed(_ map: Tensor, on picture: Tensor, at box: PixelBox) -> Raster {
    var raster = overlay(map, on: picture)
    let (left, top, right, bottom) = (3 * box.left, 3 * box.top, 3 * box.right, 3 * box.bottom)
    for y in [top..<top + 2, bottom - 2..<bottom] { raster.fill(x: left..<right, y: y, .white) }
    for x in [left..<left + 2, right - 2..<right] { raster.fill(x: x, y: top..<bottom, .white) }
    let pixel = peaks(of: map.unsqueezed(0), side: 64)[0]
    for (size, colour) in [(6, Colour.black), (4, .white)] {
        raster.fill(
            x: 3 * pixel.column - size..<3 * pixel.column + size, y: 3 * pixel.row - size..<3 * pixel.row + size, colour
        )
    }
    return raster
}

extension WhereItLooks {
    func onePeak() throws {
        let number = try example
        let map = mapsOfLabels([Self.cat], of: try net, on: try picture(number))
        let object = try scenes.contents.valid.objects[number][0]
        let (pixel, box) = (peaks(of: map, side: 64)[0], object.box)
        let ground = try scaling.decode(try picture(number)[0])
        show(
            ImageGrid([enlarged(ground), aimed(map[0], on: ground, at: box)], titles: ["a cat", "the map of cat"]),
            "The box of a cat in one of the \(sceneName), and where its map points")
        show("rows \(box.top) to \(box.bottom - 1), columns \(box.left) to \(box.right - 1)", "the box of the cat")
        show("row \(pixel.row), column \(pixel.column)", "where its map points")
        show(box.contains(row: pixel.row, column: pixel.column), "is it a hit?")
    }
}

// "The middle of it": is that where the place looks? The gradient knows. If a pixel can change the numbers at a place,
// it has a gradient, and the middle of these pixels is where the place looks. `middleOfSight` finds its row, for place
// (12, 12) of the maps of a picture that is large enough for the rims to be far away:

/// The row in the middle of all pixels on which place (12, 12) depends, of the maps that a body makes of large
/// pictures.
/// - Parameter halvings: how often the body halves height and width.
func middleOfSight(_ body: some Layer<Tensor, Tensor>, halvings: Int) -> Float {
    var random = SplitMix64(seed: 18)
    let side = 24 << halvings
    let picture = Tensor.randn(1, 3, side, side, using: &random).requiringGrad()
    body.eval()
    body(picture)[0, 0..., 12, 12].sum().backward()
    body.zeroGrad()
    let rows = picture.grad![0].abs().sum(axes: 0, 2).scalars
    let (first, last) = (rows.firstIndex { $0 > 0 }!, rows.lastIndex { $0 > 0 }!)
    return Float(first + last) / 2
}

extension WhereItLooks {
    func whereAPlaceLooks() throws {
        // Place 12 of our maps stands for the pixels of rows 96 to 103, and their middle is 99.5. There it looks:
        show(middleOfSight(try net.body, halvings: 3), "our body: the row where place 12 looks")

        // Beside it stand bodies of convolutions as ResNets have them, with windows of 3 × 3, a stride of 2 and a
        // padding of 1 (`strided`). Three of them halve as often as ours, and five as often as the book's net:
        var random = run.random
        func strided(_ count: Int) -> Sequential {
            Sequential(
                (0..<count).map { Conv2d($0 == 0 ? 3 : 4, 4, kernel: 3, stride: 2, padding: 1, using: &random) })
        }
        var table = TextTable(
            ["convolutions", "place 12 stands for rows", "their middle", "it looks at row"], decimals: 1)
        let rows = [3, 5].map { middleOfSight(strided($0), halvings: $0) }
        for (halvings, row) in zip([3, 5], rows) {
            let (first, size) = (12 << halvings, 1 << halvings)
            table.add(halvings, "\(first) to \(first + size - 1)", Float(first) + Float(size - 1) / 2, row)
        }
        show(
            table, "Windows of 3 × 3 that move by 2",
            predict: .number(
                "A window of 3 × 3 moves by 2 pixels, with a padding of 1: window k has its middle in row 2k. After "
                    + "three such layers, in which row of pixels has place 12 its middle?", rows[0]))

        // Such a place looks at the upper left corner of its square, half a square away from where an overlay draws it.
        // With five halvings that is 16 pixels, of 224 in the book: its bright spots are drawn that much too far down
        // and to the right. An eye hardly sees that in a picture; a count of hits would. That is why our windows have
        // even sides.
    }
}
