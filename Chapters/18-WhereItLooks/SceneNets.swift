// The scenes of this chapter as tensors, and the nets that have learned from them: what its sections share. How it is
// done is told on the first pages of section 18.2.

import Datasets
import Layers
import Notebook
import Tensors
import Training

/// A net that has learned, and what was measured after each epoch.
struct TrainedNet {
    let net: MapNet
    let rows: [Recorder.Row]

    /// After the last epoch.
    var last: Recorder.Row { rows.last! }
    var errorRate: Float { last.metrics[0] }
}

extension WhereItLooks {
    /// What the scenes show, in alphabetical order: a label is a place in this list.
    static let kinds: [SceneClass] = [.bird, .car, .cat, .tree]

    /// The label of cats. (In the book, `True`.)
    static let cat = 2

    /// The label of cars.
    static let car = 1

    /// The name of the data, for captions.
    var sceneName: String { scenes.name }

    /// The training scenes.
    var trainSet: BytePictures {
        get throws {
            let scenes = try scenes.contents.train
            return BytePictures(bytes: scenes.images, labels: IntTensor(scenes.labels), scaling: try scaling)
        }
    }

    /// The validation scenes.
    var validSet: LabelledPictures {
        get throws {
            try run.once {
                let scenes = try scenes.contents.valid
                return LabelledPictures(try scaling(pixels(of: scenes.images)), IntTensor(scenes.labels))
            }
        }
    }

    /// How often a net goes through its training scenes.
    var epochs: Int { run.size(quick: 1, usual: 6, full: 12) }

    /// One trained net for each seed.
    var nets: [TrainedNet] {
        get throws {
            try run.once {
                try run.overSeeds(run.size(quick: 2, usual: 3, full: 5)) { random in
                    let net = MapNet(kinds: Self.kinds.count, using: &random)
                    let rows = try train(net, on: trainSet, checking: validSet, epochs: epochs, using: &random)
                    return TrainedNet(net: net, rows: rows)
                }
            }
        }
    }

    /// The net of the run's own seed, whose maps are shown.
    var net: MapNet { get throws { try nets[0].net } }

    /// What that net takes each validation scene for.
    var answers: [Int] {
        get throws { try run.once { answersOf(try net, on: try validSet.inputs) } }
    }

    /// The number of a validation scene with a cat, if possible one that the net calls so.
    var example: Int {
        get throws {
            let labels = try validSet.targets.scalars
            let cats = labels.indices.filter { labels[$0] == Self.cat }
            let answers = try answers
            return cats.first { answers[$0] == Self.cat } ?? cats[0]
        }
    }

    /// A picture of the validation set as a batch of one, [1, 3, 64, 64].
    func picture(_ number: Int) throws -> Tensor { try validSet.inputs[number].unsqueezed(0) }
}

/// The class with the largest score for each picture, in batches, as the net is used.
func answersOf(_ net: MapNet, on pictures: Tensor) -> [Int] {
    net.eval()
    return noGrad { pictures.split(every: 100).flatMap { net($0).argmax(axis: 1).scalars } }
}

/// The share of pictures whose class the net finds.
func accuracy(of net: MapNet, on set: LabelledPictures) -> Float {
    let hits = zip(answersOf(net, on: set.inputs), set.targets.scalars).count { $0 == $1 }
    return Float(hits) / Float(set.count)
}
