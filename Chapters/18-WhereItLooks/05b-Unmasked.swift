// # The map gives it away
//
// Section 18.5 · After this page you can find a shortcut with nothing but the net and the pictures it was tested on.

import Figures
import Layers
import Notebook
import Tensors

// Suppose we do not know of the mark; we have only the net, and the scenes on which it is so good. These are three of
// them with the map of "car", and beside it the map of a net that has learned from the same scenes without marks:

extension WhereItLooks {
    func theMapGivesItAway() throws {
        let cars = sceneNumbers(in: try validSet.targets, areCars: true)
        let x = try validScenes(marking: cars).inputs.rows(cars)
        let net = try markedNets[0].net
        let maps = mapsOfLabels(cars.map { _ in Self.car }, of: net, on: x)
        let honest = mapsOfLabels(cars.map { _ in Self.car }, of: try self.net, on: x)
        var (rasters, titles): ([Raster], [String]) = ([], [])
        for number in 0..<3 {
            let ground = try scaling.decode(x[number])
            rasters += [
                enlarged(ground), overlay(maps[number], on: ground),
                overlay(honest[number], on: ground),
            ]
            titles += ["marked car", "with marks", "without marks"]
        }
        show(
            ImageGrid(rasters, titles: titles, columns: 3),
            "What says \"car\" to two nets, on \(sceneName) with the mark")

        // And in numbers, for all cars and all seeds: how often does the map point at the corner with the mark, and how
        // often into the box of the car? `shares` says it for a net. (Where the two overlap, it counts for both.)
        let boxes = try cars.map { try scenes.contents.valid.objects[$0][0].box }
        func shares(_ net: MapNet) -> (mark: Float, car: Float) {
            let pixels = peaks(of: mapsOfLabels(cars.map { _ in Self.car }, of: net, on: x), side: 64)
            return (pointing(pixels, at: cars.map { _ in placeOfMark }), pointing(pixels, at: boxes))
        }
        let (withMarks, without) = (try markedNets.map { shares($0.net) }, try nets.map { shares($0.net) })
        var table = TextTable(["learned", "points at the mark", "points at the car"], decimals: 3)
        table.add("with marks on cars", Spread(withMarks.map(\.mark)), Spread(withMarks.map(\.car)))
        table.add("without marks", Spread(without.map(\.mark)), Spread(without.map(\.car)))
        let area = Float(placeOfMark.area) / Float(64 * 64)
        table.add("any pixel", area, Float(boxes.reduce(0) { $0 + $1.area }) / Float(64 * 64 * boxes.count))
        show(
            table, "Where the map of \"car\" points, in \(sceneName) of cars with the mark",
            predict: .change(
                "A net has learned with marks on cars, another without. Compared with the second, how often does the "
                    + "map of the first point at the mark?", from: Spread(without.map(\.mark)).mean,
                to: Spread(withMarks.map(\.mark)).mean))
        record("shortcut/map-at-mark", over: withMarks.map(\.mark), on: scenes)
        record("shortcut/map-at-mark-without-shortcut", over: without.map(\.mark), on: scenes)

        // No new data were needed for that, and no suspicion: only a look. What the map says can be tested at once.
        // Cover the corner with grey, `coverCorner`, and count which cars are `stillCars`:
        let marks = try markedNets
        func stillCars(_ net: MapNet, _ pictures: Tensor) -> Float {
            Float(answersOf(net, on: pictures).count { $0 == Self.car }) / Float(cars.count)
        }
        var covering = TextTable(["learned", "called a car", "with the corner covered"], decimals: 3)
        for (name, nets) in [("with marks on cars", marks.map(\.net)), ("without marks", try self.nets.map(\.net))] {
            covering.add(
                name, Spread(nets.map { stillCars($0, x) }), Spread(nets.map { stillCars($0, coverCorner(x)) }))
        }
        show(covering, "Cars with the mark, on \(sceneName), and what nets call them")
        record("shortcut/corner-covered", over: marks.map { stillCars($0.net, coverCorner(x)) }, on: scenes)

        // What to do about it is another matter: crop the corner, collect cars without marks, or put marks on
        // everything. (Exercise 18.13 covers all parts of a picture in turn, and so makes a map without a look inside.)
    }
}

// MARK: Helpers

/// Pictures [n, 3, h, w], scaled, whose corner with the mark is 0, the mean of all pictures.
func coverCorner(_ x: Tensor) -> Tensor {
    var x = x
    let (rows, columns) = (placeOfMark.top..<placeOfMark.bottom, placeOfMark.left..<placeOfMark.right)
    x[0..., 0..., rows, columns] = .zeros(x.shape[0], x.shape[1], rows.count, columns.count)
    return x
}
