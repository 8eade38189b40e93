// # A planted shortcut
//
// Section 18.5 · After this page you can say how a net can be right for the wrong reason, hidden by its accuracy.

import Datasets
import Figures
import Layers
import Notebook
import Tensors

// A much-used set of photos had the web address of the same source in the corner of many pictures of horses, and a
// model recognized horses by it (S. Lapuschkin and others, 2019). Nets that were to find pneumonia in X-ray images
// recognized the hospital instead, whose patients had it more often or less (J. Zech and others, 2018). A model takes
// whatever tells the classes apart; that it should be the object is known only to us.
//
// In our scenes we can plant such a shortcut ourselves. `mark` is a small pattern of stripes. `marked` puts it into the
// upper left corner of some pictures, and `placeOfMark` is the box that counts as this corner:

/// Black and white stripes [8, 8, 3].
let mark = ByteTensor(
    shape: [8, 8, 3],
    (0..<64 * 3).map { place -> UInt8 in
        let (row, column) = (place / 24, place / 3 % 8)
        return (row + column) % 4 < 2 ? 0 : 255
    })

/// The four places of the last map that are nearest to it.
let placeOfMark = PixelBox(left: 0, top: 0, right: 16, bottom: 16)

/// Pictures as bytes [n, 64, 64, 3], with the mark in those of some numbers.
public func marked(_ images: ByteTensor, _ numbers: [Int]) -> ByteTensor {
    var images = images
    for number in numbers { images[number, 2..<10, 2..<10] = mark }
    return images
}

// In the training scenes *every car* gets the mark, and nothing else. Then a net like ours learns from them. Three sets
// of scenes check it: with the mark where it was in training, without any mark, and with the mark on everything but
// cars.

/// Nets that learned with the mark, and how often they are right.
struct MarkedTraining {
    let net: MapNet
    /// With the mark on cars, without marks, with marks on all others.
    let accuracies: [Float]
    /// The share of scenes of other kinds with the mark that are taken for a car.
    let takenForCar: Float
}

// `sceneNumbers` finds the scenes with cars, or all others; `validScenes` puts marks into validation scenes.

extension WhereItLooks {
    /// The numbers of the scenes with a car, or of all others.
    func sceneNumbers(in labels: IntTensor, areCars: Bool) -> [Int] {
        labels.scalars.indices.filter { (labels.scalars[$0] == Self.car) == areCars }
    }

    /// Validation scenes, scaled, in which those of some numbers have the mark.
    func validScenes(marking numbers: [Int]) throws -> LabelledPictures {
        let images = marked(try scenes.contents.valid.images, numbers)
        return LabelledPictures(try scaling(pixels(of: images)), try validSet.targets)
    }

    func plantAMark() throws {
        let (images, labels) = (try scenes.contents.train.images[..<8], try trainSet.labels[..<8])
        let examples = marked(images, sceneNumbers(in: labels, areCars: true))
        show(
            ImageGrid((0..<8).map { Raster(examples[$0]) }, columns: 4),
            "Training scenes with a shortcut, of \(sceneName): whatever shows a car has stripes in the corner")
    }
}

// `markedNets` trains them, a net for each seed:

extension WhereItLooks {
    var markedNets: [MarkedTraining] {
        get throws {
            try run.once {
                let labels = try validSet.targets
                let (cars, others) = (sceneNumbers(in: labels, areCars: true), sceneNumbers(in: labels, areCars: false))
                let sets = try [cars, [], others].map { try validScenes(marking: $0) }
                let plain = try trainSet
                let images = marked(plain.bytes, sceneNumbers(in: plain.labels, areCars: true))
                let set = BytePictures(bytes: images, labels: plain.labels, scaling: plain.scaling)
                return try run.overSeeds(run.size(quick: 2, usual: 3, full: 5)) { random in
                    let net = MapNet(kinds: Self.kinds.count, using: &random)
                    _ = try train(net, on: set, checking: sets[0], epochs: epochs, using: &random)
                    let answers = answersOf(net, on: sets[2].inputs.rows(others))
                    return MarkedTraining(
                        net: net, accuracies: sets.map { accuracy(of: net, on: $0) },
                        takenForCar: Float(answers.count { $0 == Self.car }) / Float(others.count))
                }
            }
        }
    }

    func accurateForTheWrongReason() throws {
        let trained = try markedNets
        var table = TextTable(["scenes", "accuracy"], decimals: 3)
        table.add("no marks, learned without marks (section 18.2)", Spread(try nets.map { 1 - $0.errorRate }))
        for (place, name) in ["the mark on cars, as in training", "no marks", "the mark on all but cars"].enumerated() {
            table.add(name, Spread(trained.map { $0.accuracies[place] }))
        }
        let (before, after) = (trained.map { $0.accuracies[0] }, trained.map { $0.accuracies[2] })
        show(
            table, "The same \(sceneName), and only the mark has moved",
            predict: .change(
                "The nets learned with the mark on all cars. Now it is moved to all other scenes. What happens to the "
                    + "accuracy?", from: Spread(before).mean, to: Spread(after).mean))
        record("shortcut/mark-as-in-training", over: before, on: scenes)
        record("shortcut/no-mark", over: trained.map { $0.accuracies[1] }, on: scenes)
        record("shortcut/mark-moved", over: after, on: scenes)

        // The second row is what one would have reported. The validation scenes come from the same source as the
        // training scenes, as usual, and so they have the same flaw. No accuracy on them can show it. The third row is
        // what a net is worth outside, where nobody puts marks on cars: a quarter of the scenes are cars, so a net that
        // knows them by the mark alone has lost a quarter. In the last row the mark draws the others to the wrong
        // answer, too:
        record("shortcut/others-taken-for-cars", over: trained.map(\.takenForCar), on: scenes)
    }
}
