// # What the scale and the master weights are for
//
// Section 16.8 · After this page you can make a training stand still in half precision, and bring it back to life.

import Figures
import Layers
import Notebook
import Tensors
import Training

// On the last page a loss scale of 1 did as well as one of 512. What vanished were the smallest gradients, and the net
// could do without them. The authors of the paper had nets that could not: most of their gradients were too small for
// half precision. We can have that, too. Divide the loss by 2²⁴, and multiply the learning rate by 2²⁴. In single
// precision this is the same training, since a power of two changes no digit. But all gradients are 2²⁴ times smaller.
//
// And the master weights? `HalfWeights` does without them: after every step, it rounds the weights themselves.

/// Keeps weights of half precision and no others.
final class HalfWeights: LoopCallback {
    override func beginFit() { roundAll() }
    override func afterStep() { roundAll() }

    private func roundAll() {
        for parameter in self.optimizer.parameters { parameter.assign(roundedToHalf(parameter.value.detached())) }
    }
}

// `standing` trains the small net, and measures which share of its weights has moved:

extension TrainingProcess {
    /// Trains the small net and tells how many of its weights are not where they began. In half precision, they begin
    /// where rounding has put them.
    func standing(
        _ callbacks: [LoopCallback], lossDividedBy divisor: Float = 1, learningRate: Float = 0.1, rounded: Bool = false
    ) throws -> (row: LossRecorder.Row, moved: Float) {
        var random = run.random
        let (loaders, net) = (try fewDigits(using: &random), smallNet(using: &random))
        let start = net.parameters.map { rounded ? roundedToHalf($0.value.detached()) : $0.value.detached() }
        let loop = TrainingLoop(loaders, net, loss: { crossEntropy($0, $1) / divisor }, callbacks: callbacks)
        try loop.fit(run.size(quick: 2, usual: 8), learningRate: learningRate * divisor)
        let moved = zip(net.parameters, start).map { Tensor($0.value.detached() .!= $1).sum().item }.reduce(0, +)
        return (loop.recorder.rows.last!, moved / Float(net.parameters.map(\.value.count).reduce(0, +)))
    }

    func smallGradients() throws {
        // Each of five trainings becomes a row of a table (`add`):
        let divisor: Float = 0x1p24
        var table = TextTable(["training", "accuracy", "weights that have moved"], decimals: 3)
        func add(_ name: String, _ result: (row: LossRecorder.Row, moved: Float)) -> Float {
            table.add(name, result.row.accuracy, result.moved)
            return result.moved
        }
        _ = add("single precision", try standing([]))
        _ = add("single precision, small loss", try standing([], lossDividedBy: divisor))
        let still = add("mixed, small loss, scale 1", try standing([MixedPrecision(scale: 1)], lossDividedBy: divisor))
        let scaled = add("mixed, small loss, scale 512", try standing([MixedPrecision()], lossDividedBy: divisor))
        _ = add(
            "mixed, small loss, scale 2²⁴", try standing([MixedPrecision(scale: divisor)], lossDividedBy: divisor))
        table.add("always the same answer", 0.1, nil as Float?)
        show(
            table, "a loss that is divided by 2²⁴, with a learning rate that is multiplied by it",
            predict: .yesNo(
                "With a scale of 1, the training stands still. Does it go on with a scale of 512?", scaled > still))
        record("half/moved-with-scale-1", still)
        record("half/moved-with-scale-512", scaled)

        // The first two rows are equal in every digit. Then, with a scale of 1, whatever is below 2⁻²⁵ is 0, and here
        // that is every gradient: nothing moves. With 512 the larger gradients survive, though they are rounded to few
        // digits, and with 2²⁴ all is as it was. That is why the scale begins high, and is halved until it fits.
    }

    func withoutMasterWeights() throws {
        // Now small steps, with a learning rate of 0.001:
        let rate: Float = 0.001
        let master = try standing([MixedPrecision()], learningRate: rate)
        let none = try standing([HalfWeights()], learningRate: rate, rounded: true)
        var table = TextTable(["weights", "valid_loss", "weights that have moved"], decimals: 3)
        table.add("master weights of 32 bits", master.row.validLoss, master.moved)
        table.add("halves and no others", none.row.validLoss, none.moved)
        show(
            table, "a learning rate of \(rate)",
            predict: .change(
                "Without master weights, do more or fewer of the weights move?", from: master.moved, to: none.moved))
        record("half/moved-with-master-weights", master.moved)
        record("half/moved-without-master-weights", none.moved)

        // A step that is less than half the distance to the next half is undone by the rounding, and the next batch
        // begins at the same place again. In 32 bits many such steps add up.
    }
}
