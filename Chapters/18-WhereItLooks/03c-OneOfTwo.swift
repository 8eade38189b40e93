// # The one of two that is asked for
//
// Section 18.3 · After this page you can make a test that nobody passes without looking.

import Datasets
import Figures
import Layers
import Notebook
import Tensors

// Take scenes with *two* objects of different kinds. For each of the two we ask for its own map, and count a hit only
// if it points into the box of that object, and not into the other's as well. Now a single pixel cannot be right for
// both questions: who gives the same answer to both, like the middle or a map that only says "something is here", is
// right half of the time at best. The nets have never seen two objects together. `pairs` are such scenes:

extension WhereItLooks {
    /// Scenes with two objects of different kinds: the pictures, and the kinds and boxes of both.
    var pairs: (x: Tensor, objects: [[(label: Int, box: PixelBox)]]) {
        get throws {
            try run.once {
                let count = run.size(quick: 24, usual: 400, full: 1000)
                let all = try GeneratedScenes(
                    count: count, classes: Self.kinds, objects: 2...2, part: .valid, seed: run.seed)
                let chosen = (0..<count).filter { all.objects[$0][0].kind != all.objects[$0][1].kind }
                let objects = chosen.map { number in
                    all.objects[number].map { (label: Self.kinds.firstIndex(of: $0.kind)!, box: $0.box) }
                }
                return (try scaling(pixels(of: all.images.rows(chosen))), objects)
            }
        }
    }
}

// `Pointed` counts, for the pixels that were pointed at, what is there. `pointed` does so for the maps of a net:

/// Shares of pixels that point at the object that was asked for, at the other one, or elsewhere.
struct Pointed {
    var asked: Float = 0, other: Float = 0

    /// - Parameter pixels: for both objects of each scene, where a map points when this one is asked for.
    init(_ pixels: [[Pixel]], at objects: [[(label: Int, box: PixelBox)]]) {
        for (pixels, objects) in zip(pixels, objects) {
            for asked in 0..<2 {
                let isIn = objects.map { $0.box.contains(row: pixels[asked].row, column: pixels[asked].column) }
                if isIn[asked] && !isIn[1 - asked] { self.asked += 1 }
                if isIn[1 - asked] && !isIn[asked] { other += 1 }
            }
        }
        let count = Float(max(1, 2 * objects.count))
        (asked, other) = (asked / count, other / count)
    }
}

extension WhereItLooks {
    /// Where the maps of a net point in the scenes with two objects, each object asked for in turn.
    func pointed(_ net: MapNet, _ change: (Tensor) -> Tensor = { $0 }) throws -> Pointed {
        let (x, objects) = try pairs
        let weight = change(net.head.weight.value.detached())
        let activations = lastActivations(of: net, on: x)
        let both = (0..<2).map { turn in
            let rows = weight.rows(objects.map { $0[turn].label })
            return peaks(of: einsum("nk,nkij->nij", rows, activations), side: 64)
        }
        return Pointed(zip(both[0], both[1]).map { [$0, $1] }, at: objects)
    }

    func twoInAScene() throws {
        // Three scenes, a row for each. Beside the scene is the map of one of its objects, and then that of the other:
        // the frame is the box of the object that was asked for, and the dot is where the map points.
        let (x, objects) = try pairs
        var (rasters, titles): ([Raster], [String]) = ([], [])
        for number in 0..<min(3, objects.count) {
            let ground = try scaling.decode(x[number])
            rasters.append(enlarged(ground))
            titles.append(objects[number].map { Self.kinds[$0.label].name }.joined(separator: " and "))
            for (label, box) in objects[number] {
                let map = mapsOfLabels([label], of: try net, on: x[number].unsqueezed(0))
                rasters.append(aimed(map[0], on: ground, at: box))
                titles.append("asked: \(Self.kinds[label].name)")
            }
        }
        show(
            ImageGrid(rasters, titles: titles, columns: 3),
            "Two objects in each of the \(sceneName), and where the maps of either point")
    }

    func oneOfTwo() throws {
        let objects = try pairs.objects
        let trained = try nets.map { try pointed($0.net) }
        let contrasts = try nets.map { try pointed($0.net) { $0 - $0.mean(axis: 0, keepingAxes: true) } }
        let untrained = try run.overSeeds(trained.count) { try pointed(MapNet(kinds: Self.kinds.count, using: &$0)) }
        let middle = Pointed(
            objects.map { _ in [Pixel(row: 32, column: 32), Pixel(row: 32, column: 32)] }, at: objects)
        var table = TextTable(["who points", "at the one asked for", "at the other"], decimals: 3)
        table.add("maps of trained nets", Spread(trained.map(\.asked)), Spread(trained.map(\.other)))
        table.add("the same, minus the mean map", Spread(contrasts.map(\.asked)), Spread(contrasts.map(\.other)))
        table.add("maps of untrained nets", Spread(untrained.map(\.asked)), Spread(untrained.map(\.other)))
        table.add("always the middle", middle.asked, middle.other)
        show(
            table, "Two objects in a scene, \(objects.count) \(sceneName): who points at the one that was asked for",
            predict: .yesNo(
                "Whoever cannot tell the two objects apart points as often at one as at the other. Is it so for a "
                    + "guess at the middle?", middle.asked == middle.other))
        record("two-objects/asked", over: trained.map(\.asked), on: scenes)
        record("two-objects/other", over: trained.map(\.other), on: scenes)
        record("two-objects/middle", middle.asked, on: scenes)
        let beaten = zip(trained, untrained).count { $0.asked > $1.asked && $0.asked > middle.asked }
        show("\(beaten) of \(trained.count)", "trained nets that point better than the middle and an untrained net")

        // The middle has the same number in both columns, whatever the data: it does not know what was asked. A map is
        // worth something if its first number is larger than its second, and larger than those of the guesses. What is
        // missing to 1 has pointed at neither object, or at a place where their boxes overlap. (The row "minus the mean
        // map" is the contrast of section 18.2.)
    }
}
