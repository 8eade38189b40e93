// # Guesses that know nothing
//
// Section 18.3 · After this page you can measure how often maps point at the object, and say what that is worth.

import Datasets
import Figures
import Layers
import Notebook
import Tensors

// Now for all validation scenes. Beside the trained nets stand three that know nothing of the object: nets that were
// never trained, the middle of the picture, and a pixel at random, which hits the more often the larger the object is.
// `pointing` gives the share of hits. A box has corners without anything in them, so there is a stricter game, too:
// `onObject` counts the pixels that show the object itself.

/// The share of pixels that are inside their boxes.
func pointing(_ pixels: [Pixel], at boxes: [PixelBox]) -> Float {
    Float(zip(pixels, boxes).count { $1.contains(row: $0.row, column: $0.column) }) / Float(boxes.count)
}

/// The share of pixels that show the object of their scene: masks [n, h, w], 0 for the background.
func onObject(_ pixels: [Pixel], _ masks: ByteTensor) -> Float {
    let (h, w, codes) = (masks.shape[1], masks.shape[2], masks.scalars)
    let inside = pixels.enumerated().count { codes[($0 * h + $1.row) * w + $1.column] > 0 }
    return Float(inside) / Float(pixels.count)
}

extension WhereItLooks {
    func guessesThatKnowNothing() throws {
        let (valid, labels) = (try scenes.contents.valid, try validSet.targets.scalars)
        let (x, boxes) = (try validSet.inputs, valid.objects.map { $0[0].box })

        // `hits` is the share of pixels in the box, and that on the object itself; `hitsOf` asks the maps of a net:
        func hits(_ pixels: [Pixel]) -> [Float] { [pointing(pixels, at: boxes), onObject(pixels, valid.masks)] }
        func hitsOf(_ net: MapNet) -> [Float] { hits(peaks(of: mapsOfLabels(labels, of: net, on: x), side: 64)) }
        let trained = try nets.map { hitsOf($0.net) }
        let untrained = run.overSeeds(trained.count) { hitsOf(MapNet(kinds: Self.kinds.count, using: &$0)) }
        let middle = hits(boxes.map { _ in Pixel(row: 32, column: 32) })
        let shown = valid.masks.scalars.count { $0 > 0 }
        let chance = [boxes.reduce(0) { $0 + $1.area }, shown].map { Float($0) / Float(valid.masks.count) }
        var table = TextTable(["who points", "into the box", "at the object"], decimals: 3)
        table.add("the map of a trained net", Spread(trained.map { $0[0] }), Spread(trained.map { $0[1] }))
        table.add("the map of an untrained net", Spread(untrained.map { $0[0] }), Spread(untrained.map { $0[1] }))
        table.add("always the middle", middle[0], middle[1])
        table.add("any pixel", chance[0], chance[1])
        show(
            table, "One object in a scene: who hits how often, on \(sceneName)",
            predict: .change(
                "A map points at its brightest place, a guess at the middle of the picture. Compared with the map, how "
                    + "often does the guess hit the box?", from: Spread(trained.map { $0[0] }).mean,
                to: Double(middle[0])))
        record("pointing/trained", over: trained.map { $0[0] }, on: scenes)
        record("pointing/untrained", over: untrained.map { $0[0] }, on: scenes)
        record("pointing/middle", middle[0], on: scenes)
        record("pointing/any-pixel", chance[0], on: scenes)
        record("pointing/trained-at-object", over: trained.map { $0[1] }, on: scenes)
        record("pointing/middle-at-object", middle[1], on: scenes)

        // Without the last two rows, the first would look like a success, whatever it is. With them we see what the
        // game is worth. Objects fill a good part of the scene, so a pixel at random hits often. The middle hits even
        // more often than that, though it has never seen a picture. It is the same with many photos, which people have
        // aimed. A harder game is needed, one that cannot be won without looking.
    }
}
