// # What it got wrong
//
// Section 18.3 · After this page you can look at a mistake with a map, and say what to look for.

import Common
import Figures
import Layers
import Notebook
import Tensors

// So far we have asked for the kind that is there. Most can be learned from a map where the net was *wrong*: what did
// it take for a cat? There are two sorts of mistakes. Either the wrong answer rests on something else in the picture,
// on clutter; then the net lacks scenes in which such clutter stands beside other objects. Or it rests on the object
// itself; then two kinds look alike to the net, and it lacks scenes that show their difference. The map of the wrong
// answer tells one from the other, and `countedMistakes` counts:

/// The mistakes of a net, and how many of its wrong answers have a map that points into the object's box.
struct Mistakes {
    let count, onTheObject: Int
}

extension WhereItLooks {
    func countedMistakes(of net: MapNet) throws -> Mistakes {
        let (x, labels) = (try validSet.inputs, try validSet.targets.scalars)
        let objects = try scenes.contents.valid.objects
        let answers = answersOf(net, on: x)
        let wrong = labels.indices.filter { labels[$0] != answers[$0] }
        if wrong.isEmpty { return Mistakes(count: 0, onTheObject: 0) }
        let pixels = peaks(of: mapsOfLabels(wrong.map { answers[$0] }, of: net, on: x.rows(wrong)), side: 64)
        let hits = zip(pixels, wrong).count { objects[$1][0].box.contains(row: $0.row, column: $0.column) }
        return Mistakes(count: wrong.count, onTheObject: hits)
    }

    func whatItGotWrong() throws {
        let all = try nets.map { try countedMistakes(of: $0.net) }
        var table = TextTable(["net", "mistakes", "the wrong map points at the object", "elsewhere"])
        for (number, some) in all.enumerated() {
            table.add("seed \(number + 1)", some.count, some.onTheObject, some.count - some.onTheObject)
        }
        show(table, "Mistakes on \(counted(try validSet.count, "scene")), of \(sceneName)")

        // These are some of the first net's mistakes, each with the map of the wrong answer, and the map of the right
        // one beside it:
        let (net, labels, answers) = (try net, try validSet.targets.scalars, try answers)
        let wrong = Array(labels.indices.filter { labels[$0] != answers[$0] }.prefix(4))
        // #hide
        if !wrong.isEmpty {
            show(
                try gallery(wrong, net, labels, answers),
                "What the first net took for something else, on \(sceneName)")
        }

        // That is the use that the book sees in these maps: they help to analyse false positives, and to find out what
        // is missing in the training data.
    }
}

// MARK: Helpers

extension WhereItLooks {
    /// For each scene: the picture, the map of what it was taken for, and that of what it is.
    private func gallery(_ numbers: [Int], _ net: MapNet, _ labels: [Int], _ answers: [Int]) throws -> ImageGrid {
        var (rasters, titles): ([Raster], [String]) = ([], [])
        for number in numbers {
            let ground = try scaling.decode(try picture(number)[0])
            let maps = activationMaps(
                net.head.weight.value.detached(), lastActivations(of: net, on: try picture(number))[0])
            rasters += [
                enlarged(ground), overlay(maps[answers[number]], on: ground),
                overlay(maps[labels[number]], on: ground),
            ]
            titles += [
                "a \(Self.kinds[labels[number]].name)", "taken for \(Self.kinds[answers[number]].name)",
                "map of \(Self.kinds[labels[number]].name)",
            ]
        }
        return ImageGrid(rasters, titles: titles, columns: 3)
    }
}
