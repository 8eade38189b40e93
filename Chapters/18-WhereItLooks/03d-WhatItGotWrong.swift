// # What it got wrong
//
// Section 18.3 · After this page you can look at a mistake with a map, and say what to look for.

import Figures
import Layers
import Notebook
import Tensors

// So far for the kind that is there. Most is learned from a map where the net was *wrong*: what did it take for a cat?

extension WhereItLooks {
    func whatItGotWrong() throws {
        // Here are validation scenes that were taken for something else, with the map of the wrong answer, and the map
        // of the right one beside it:
        let (net, labels, answers) = (try net, try validSet.targets.scalars, try answers)
        let wrong = Array(labels.indices.filter { labels[$0] != answers[$0] }.prefix(4))
        show(
            "\(labels.indices.count { labels[$0] != answers[$0] }) of \(labels.count)",
            "scenes that the first net got wrong")
        // #hide
        if !wrong.isEmpty {
            show(try gallery(wrong, net, labels, answers), "What the first net took for something else")
        }

        // Look for what they have in common: is the object hidden, or small, or like another one? Does the wrong map
        // look at clutter, or at the object itself? The first kind of mistake says that the training scenes lack
        // something (clutter of that sort beside other objects), the second that two kinds look alike to the net. That
        // is the use the book sees in these maps: they help to analyse false positives, and to find out what is missing
        // in the training data.
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
