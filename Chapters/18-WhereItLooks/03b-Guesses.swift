// # Guesses that know nothing
//
// Section 18.3 · After this page you can measure how often maps point at the object, and say what that is worth.

import Datasets
import Figures
import Layers
import Notebook
import Tensors

// Now for all validation scenes. Beside the trained nets stand three guesses: an untrained net, the middle of the
// picture, and a pixel at random, which hits the more often the larger the box is. `pointing` gives the share of hits,
// and `hits` that of the maps of a net:

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
        // never seen a picture, is hard to beat. It is the same with many photos, which people have aimed. A harder
        // game is needed, one that cannot be won without looking.
    }
}
