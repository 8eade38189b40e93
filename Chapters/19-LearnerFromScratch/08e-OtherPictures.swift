// # The same for digits
//
// Section 19.8 · After this page you can train the same net with the same Learner on pictures of another kind.

import Figures
import Notebook
import Tensors

// What has been built knows nothing of birds or scenes. Here are other files, the threes and sevens that section 19.1
// has looked at: grey, 28 × 28 pixels, and again `train/NAME/….png`. Only two things differ. The pictures have one
// channel in place of three, which `simpleCNN` is told; and a dataset has to make them so. `Grey` takes the first of
// the three channels of another dataset. In a grey file all three are equal:

/// The items of another dataset with their first channel alone: x [h, w, 1].
public struct Grey: Dataset {
    private let dataset: any Dataset

    public init(_ dataset: any Dataset) { self.dataset = dataset }

    public var count: Int { dataset.count }
    public subscript(index: Int) -> (x: Tensor, y: Int) {
        get throws {
            let (x, y) = try dataset[index]
            return (x[0..., 0..., 0..<1], y)
        }
    }
}

extension LearnerFromScratch {
    func sameForDigits() throws {
        // A part of the files is enough, so `kept` takes some at even distances. The statistics are those of the
        // digits, of course:
        let files = try walk(try digitSource.contents)
        let names = files.map(\.parent.name).unique()
        func kept(_ most: Int, training: Bool) throws -> Kept {
            let all = files.filter { ($0.parent.parent.name == "train") == training }
            let some = evenPlaces(most, of: all.count).map { all[$0] }
            return try Kept(Grey(PictureDataset(some, labels: names, size: 28)))
        }
        let train = try kept(run.size(quick: 40, usual: 2000, full: .max), training: true)
        let valid = try kept(run.size(quick: 20, usual: 1000, full: .max), training: false)
        let prepare = PrepareBatch(PrepareInputs(Normalize(to: train.x)))
        let accuracies = try run.overSeeds(run.size(quick: 2, usual: 3)) { random in
            let results = TrackResults()
            try Learner(
                simpleCNN(channels: 1, classes: names.count, using: &random),
                loaders((train, valid), batchSize: 32, using: &random), learningRate: 0.1,
                callbacks: [prepare, OneCycle(0.1), results, ShowProgress()]
            ).fit(2)
            return results.lastAccuracy
        }
        show("\(train.x.shape) and \(valid.x.shape)", "\(names.count) classes of \(digitSource.name)")
        record("digits/valid-accuracy", over: accuracies)

        // Two epochs, and no mirror this time. (A flipped bird is a bird. What would a flipped 3 be?)
    }
}
