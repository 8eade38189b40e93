// # Looking into the layers
//
// Section 16.8 · After this page you can watch the activations of every layer during a training, and leave no hook
// behind.

import Figures
import Layers
import Notebook
import Tensors
import Training

// The last of our examples sets something up in `beginFit` and takes it away at the end. It is the `ActivationStats` of
// section 13.10 for the loop of this chapter. `ActivationStatistics` attaches a hook to every layer and keeps, for
// every training batch, the mean and the standard deviation of the outputs, and how many of them are (nearly) zero.
// Hooks that stay slow the model down for ever, so they have to go even if the training ends with an error. In fastai
// they are removed in `after_fit`. Ours are removed in `cleanUp`, which comes in any case.

/// Keeps mean, standard deviation and the share of zeros of every layer's output. (The book's `ActivationStats`.)
public final class ActivationStatistics: LoopCallback {
    /// Of one layer in one batch.
    public struct Entry: Sendable {
        public let mean, deviation, nearZero: Float
    }

    /// For every layer, one entry per batch.
    public private(set) var layers: [[Entry]] = []
    private var hooks: [Hook] = []

    override public func beginFit() {
        guard let net = self.model as? Sequential else { return }
        layers = net.layers.map { _ in [] }
        hooks = net.layers.enumerated().map { number, layer in
            layer.onForward { [unowned self] _, output in
                if self.isTraining { self.note(output.detached(), number) }
            }
        }
    }

    override public func cleanUp(_ part: TrainingPart) {
        guard part == .fit else { return }
        hooks.forEach { $0.remove() }
        hooks = []
    }

    private func note(_ output: Tensor, _ number: Int) {
        let nearZero = Tensor(output.abs() .< 0.05).mean().item
        layers[number].append(
            Entry(mean: output.mean().item, deviation: output.std(unbiased: false).item, nearZero: nearZero))
    }
}

extension TrainingProcess {
    func activationStatistics() throws {
        let statistics = ActivationStatistics()
        let loop = try trainedLoop(epochs: run.size(quick: 2, usual: 6), [statistics])
        let names = ["first linear layer", "ReLU", "scores"]
        show(
            ChartGrid(
                [
                    Chart("Mean", x: "batch", y: "mean") {
                        for (name, entries) in zip(names, statistics.layers) { Line(entries.map(\.mean), name) }
                    },
                    Chart("Standard deviation", x: "batch", y: "deviation") {
                        for (name, entries) in zip(names, statistics.layers) { Line(entries.map(\.deviation), name) }
                    },
                    Chart("Nearly zero", x: "batch", y: "share", yLimits: 0...1) {
                        for (name, entries) in zip(names, statistics.layers) { Line(entries.map(\.nearZero), name) }
                    },
                ], columns: 3, title: "The outputs of three layers while they learn", sharedYLimits: false),
            "What ActivationStatistics has kept")
        show(
            statistics.layers.map(\.count), "entries of each layer, in \(loop.recorder.losses.count) batches")

        // Afterwards the model is as it was: a call adds nothing.
        let entries = statistics.layers[0].count
        _ = loop.callModel(loop.loaders.valid.first!.0)
        show(
            statistics.layers[0].count - entries, "new entries after the fit",
            ask: "The hooks are gone. How many entries does a call of the model add now?")
    }
}

// With that we have a callback for every event. Who acts where? Since the callbacks note the events at which they did
// something, the list can be made by running them; section 16.10 draws it.
