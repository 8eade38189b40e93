// # Fine-tuning, as in the book
//
// Section 18.6 · After this page you can compare a net that has seen other pictures before with one that begins from
// nothing.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// The book's model does not begin from nothing. Its body has learned from a million photos, and gets a new head for
// cats and dogs. `fine_tune(1)` then trains for two epochs. In the first the body is *frozen*: only the head learns, so
// that its random weights do not spoil what is there. In the second everything learns, more slowly.
//
// We have bodies that have seen other pictures: those of the nets for scenes (section 18.2). `fineTuned` gives such a
// body a head for two kinds and does the same. It returns the rows of the frozen epoch and of the other one
// (`FineTuning`); and beside them, the rows of a net that begins from nothing, after two epochs:

/// What was measured after an epoch of the head alone, an epoch of the whole net, and two epochs from nothing.
struct FineTuning {
    let frozen, whole, fromNothing: Recorder.Row
}

extension WhereItLooks {
    func fineTuned(_ old: MapNet, using random: inout SplitMix64) throws -> FineTuning {
        let set = try photographs.contents
        let scaling = try pictureNets[0].scaling
        let train = BytePictures(bytes: set.train.bytes, labels: IntTensor(set.train.labels), scaling: scaling)
        let valid = LabelledPictures(scaling(set.valid.pixels), IntTensor(set.valid.labels))
        // A copy, since the old net is still needed as it is.
        let copy = MapNet(kinds: Self.kinds.count, using: &random)
        try copy.load(old.stateDictionary)
        let net = MapNet(body: copy.body, head: Linear(64, 2, using: &random))
        net.body.freeze()
        let frozen = try Chapter18.train(net, on: train, checking: valid, epochs: 1, using: &random)
        net.unfreeze()
        let whole = try Chapter18.train(
            net, on: train, checking: valid, epochs: 1, learningRate: 0.002, using: &random)
        let new = MapNet(kinds: 2, using: &random)
        let fromNothing = try Chapter18.train(new, on: train, checking: valid, epochs: 2, using: &random)
        return FineTuning(frozen: frozen[0], whole: whole[0], fromNothing: fromNothing[1])
    }

    func twoEpochs() throws {
        let nets = try nets.map(\.net)
        let all = try zip(nets, run.seeds(nets.count)).map { net, seed in
            var random = SplitMix64(seed: seed)
            return try fineTuned(net, using: &random)
        }
        var table = TextTable(["net", "train_loss", "valid_loss", "error_rate"], decimals: 4)
        let books = [[0.141987, 0.018823, 0.007442], [0.050934, 0.015366, 0.006766]]
        for (name, row) in zip(["the book's, head only", "the book's, then all of it"], books) {
            table.add(name, row[0], row[1], row[2])
        }
        for (name, rows) in [
            ("a body from scenes, head only", all.map(\.frozen)),
            ("a body from scenes, then all of it", all.map(\.whole)),
            ("from nothing, two epochs", all.map(\.fromNothing)),
        ] {
            table.add(
                name, Spread(rows.map(\.trainLoss)), Spread(rows.map(\.validLoss)),
                Spread(rows.map { $0.metrics[0] }))
        }
        show(
            table, "Two epochs on \(photographs.name), the book's on photos of pets",
            predict: .change(
                "One net has a body that has seen scenes, another begins from nothing; both have two epochs. Compared "
                    + "with the first, is the validation loss of the second smaller or larger?",
                from: Spread(all.map(\.whole.validLoss)).mean, to: Spread(all.map(\.fromNothing.validLoss)).mean))
        let better = all.count { $0.whole.metrics[0] < $0.fromNothing.metrics[0] }
        show("\(better) of \(all.count)", "seeds for which the body from scenes has the smaller error rate")
        let difference = "\(photographs.name), 64 × 64; a small net that has learned from scenes, not photos"
        let parts = [("frozen", all.map(\.frozen), books[0]), ("fine-tuned", all.map(\.whole), books[1])]
        let origin = PictureOrigin(name: photographs.name)
        for (part, rows, book) in parts {
            let values = [rows.map(\.trainLoss), rows.map(\.validLoss), rows.map { $0.metrics[0] }]
            for (place, name) in ["train-loss", "valid-loss", "error-rate"].enumerated() {
                record(
                    "\(part)/\(name)", over: values[place], book: book[place], differs: difference, on: origin)
            }
        }
        record("from-nothing/error-rate", over: all.map(\.fromNothing).map { $0.metrics[0] }, on: photographs)
    }
}
