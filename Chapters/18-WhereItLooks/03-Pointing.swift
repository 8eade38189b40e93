// # Does the map point at the object?
//
// Section 18.3 · After this page you can measure where a map looks, and compare it with guesses that know nothing.

import Datasets
import Figures
import Layers
import Notebook
import Tensors

// A picture with a bright spot on the cat convinces everybody. But one picture proves nothing, and a spot somewhere near
// the middle is nearly always on the object, because that is where objects are. Our scenes come with a box around the
// object and with a mask of its pixels, so we can count.
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

extension WhereItLooks {
    func onePeak() throws {
        let number = try example
        let map = mapsOfLabels([Self.cat], of: try net, on: try picture(number))
        let object = try scenes.contents.valid.objects[number][0]
        let (pixel, box) = (peaks(of: map, side: 64)[0], object.box)
        show("rows \(box.top) to \(box.bottom - 1), columns \(box.left) to \(box.right - 1)", "the box of the cat")
        show("row \(pixel.row), column \(pixel.column)", "where its map points")
        show(box.contains(row: pixel.row, column: pixel.column), "is it a hit?")
    }
}

// "The middle of it": is that where the place looks? The gradient knows. If a pixel can change the numbers at a place, it
// has a gradient, and the middle of these pixels is where the place looks. `middleOfSight` finds its row, for place (12, 12)
// of the maps of a picture with 192 × 192 pixels, far from the rims:

/// The row in the middle of all pixels on which place (12, 12) depends, of the maps that a body makes of 192 × 192 pixels.
func middleOfSight(_ body: some Layer<Tensor, Tensor>) -> Float {
    var random = SplitMix64(seed: 18)
    let picture = Tensor.randn(1, 3, 192, 192, using: &random).requiringGrad()
    body.eval()
    body(picture)[0, 0..., 12, 12].sum().backward()
    body.zeroGrad()
    let rows = picture.grad![0].abs().sum(axes: 0, 2).scalars
    let (first, last) = (rows.firstIndex { $0 > 0 }!, rows.lastIndex { $0 > 0 }!)
    return Float(first + last) / 2
}

extension WhereItLooks {
    func whereAPlaceLooks() throws {
        // Place 12 stands for the pixels of rows 96 to 103. Our net looks at the middle of them. Beside it stands a body with
        // three convolutions as ResNets have them, with windows of 3 × 3, a stride of 2 and a padding of 1:
        show(middleOfSight(try net.body), "our body: the row where place 12 looks")
        var random = run.random
        let strided = Sequential(
            [3, 8, 8].map { Conv2d($0, 8, kernel: 3, stride: 2, padding: 1, using: &random) })
        let row = middleOfSight(strided)
        show(
            row, "windows of 3 × 3 that move by 2",
            predict: .number(
                "A window of 3 × 3 moves by 2 pixels, with a padding of 1: window k has its middle in row 2k. After three such "
                    + "layers, in which row of pixels has place 12 its middle?", row))

        // Such a place looks at the corner of its square, half a square away from where an overlay draws it. In the
        // book's net five layers halve in this way, so its bright spots are drawn 16 of 224 pixels too far down and to
        // the right. An eye hardly sees that in a picture; a count of hits would. That is why our windows have even
        // sides.
    }
}

// Now for all validation scenes. Beside the trained nets stand three guesses: an untrained net, the middle of the
// picture, and a pixel at random, which hits as often as the box is large. `pointing` gives the share of hits:

/// The share of pixels that are inside their boxes.
func pointing(_ pixels: [Pixel], at boxes: [PixelBox]) -> Float {
    Float(zip(pixels, boxes).count { $1.contains(row: $0.row, column: $0.column) }) / Float(boxes.count)
}

extension WhereItLooks {
    func guessesThatKnowNothing() throws {
        let (valid, labels) = (try scenes.contents.valid, try validSet.targets.scalars)
        let (x, boxes) = (try validSet.inputs, valid.objects.map { $0[0].box })
        func hits(_ net: MapNet) -> Float {
            pointing(peaks(of: mapsOfLabels(labels, of: net, on: x), side: 64), at: boxes)
        }
        let trained = try nets.map { hits($0.net) }
        let untrained = run.overSeeds(trained.count) { hits(MapNet(kinds: Self.kinds.count, using: &$0)) }
        let middle = pointing(boxes.map { _ in Pixel(row: 32, column: 32) }, at: boxes)
        let chance = Float(boxes.reduce(0) { $0 + $1.area }) / Float(64 * 64 * boxes.count)
        var table = TextTable(["who points", "share of hits"], decimals: 3)
        table.add("the map of a trained net", Spread(trained))
        table.add("the map of an untrained net", Spread(untrained))
        table.add("always the middle", middle)
        table.add("any pixel", chance)
        show(
            table, "One object in a scene: who points into its box, on \(sceneName)",
            predict: .change(
                "A map points at its brightest place, a guess at the middle of the picture. Compared with the map, how "
                    + "often does the guess hit?", from: Spread(trained).mean, to: Double(middle)))
        record("pointing/trained", over: trained, on: scenes)
        record("pointing/untrained", over: untrained, on: scenes)
        record("pointing/middle", middle, on: scenes)
        record("pointing/any-pixel", chance, on: scenes)

        // Without the last two rows the first would look like a success. With them we see what the game is worth: the
        // objects fill a good part of the scene, and they are seldom at its rim, so a guess at the middle, which has
        // never seen a picture, is hard to beat. It is the same with many photos, which people have aimed. A harder game
        // is needed, one that cannot be won without looking.
    }
}
