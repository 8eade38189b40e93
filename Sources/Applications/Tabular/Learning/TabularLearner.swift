// # Training on a table
//
//     let learner = TabularLearner(data, layers: [500, 250], range: 8...12, batchSize: 1024, using: &random)
//     try learner.fitOneCycle(5, 1e-2)
//     let predictions = learner.predictions()

import Foundation
import Tensors
import Training

/// Trains a ``TabularModel``. (The book's `tabular_learner`.)
public final class TabularLearner<Target> {
    public let data: TabularData
    public let model: TabularModel
    /// What goes through the batches: its recorder has what was measured, and callbacks may be added to it.
    public let learner: Learner<TabularBatch, Target>

    init(
        _ data: TabularData, _ model: TabularModel, _ loaders: DataLoaders<(TabularBatch, Target)>,
        loss: @escaping (Tensor, Target) -> Tensor,
        optimizer: @escaping (_ groups: [ParameterGroup], _ rate: Float) -> any Optimizer, metrics: [Metric<Target>],
        callbacks: [any Callback]
    ) {
        (self.data, self.model) = (data, model)
        learner = Learner(
            loaders, model, loss: loss,
            optimizer: { _, rate in
                // Biases and norms do not decay, as in the book's library.
                let parameters = model.parameters
                return optimizer(
                    [
                        ParameterGroup(parameters.filter { $0.value.rank > 1 }),
                        ParameterGroup(parameters.filter { $0.value.rank <= 1 }, weightDecay: 0),
                    ], rate)
            }, metrics: metrics, callbacks: callbacks)
    }

    /// Trains at a constant learning rate. See ``Learner/fit(_:learningRate:file:line:)``.
    /// - Throws: what a callback throws.
    public func fit(_ epochs: Int, _ rate: Float, file: String = #filePath, line: Int = #line) throws {
        try learner.fit(epochs, learningRate: rate, file: file, line: line)
    }

    /// One-cycle training. (The book's `fit_one_cycle`.)
    /// - Throws: what a callback throws.
    public func fitOneCycle(_ epochs: Int, _ rate: Float, file: String = #filePath, line: Int = #line) throws {
        try learner.fitOneCycle(epochs, learningRate: rate, file: file, line: line)
    }

    /// Tries rising rates, and puts everything back. (The book's `lr_find`.)
    /// - Throws: what a callback throws.
    public func findLearningRate(
        from lowest: Float = 1e-7, to highest: Float = 10, steps: Int = 100
    ) throws -> LearningRateCurve {
        try learner.findLearningRate(from: lowest, to: highest, steps: steps)
    }

    /// What the net says of rows, [rows, outputs]; of the validation rows if none are given. (The book's `get_preds`.)
    public func predictions(_ rows: TabularRows? = nil) -> Tensor { model.predictions((rows ?? data.valid).inputs) }

    /// What the net says of rows as they come, [rows, outputs].
    /// - Throws: ``TableProblem``.
    public func predict(_ frame: DataFrame) throws -> Tensor { predictions(try data.applied(to: frame)) }
}

extension TabularModel {
    /// What the net says of rows, in batches: [rows, outputs].
    public func predictions(_ rows: TabularBatch, batchSize: Int = 4096) -> Tensor {
        let count = rows.shape[0]
        guard count > 0 else { return .zeros(0, plan.outputs) }
        let wasTraining = isTraining
        eval()
        defer { if wasTraining { train() } }
        return noGrad {
            .cat(
                stride(from: 0, to: count, by: batchSize).map { start in
                    self(rows.rows(Array(start..<min(start + batchSize, count))))
                })
        }
    }
}

extension TabularLearner where Target == Tensor {
    /// A net for a number.
    /// - Parameters:
    ///   - widths: of the embeddings; nil for the rule of thumb, ``embeddingWidth(_:)``.
    ///   - range: in which the numbers are. (The book's `y_range`.)
    ///   - loss: of predictions and targets, both of the shape [rows].
    /// - Precondition: the target is a column of numbers.
    public convenience init(
        _ data: TabularData, layers: [Int] = [200, 100], widths: [Int]? = nil, dropout: Float = 0,
        embeddingDropout: Float = 0, range: ClosedRange<Float>? = nil, batchSize: Int = 64,
        loss: @escaping (Tensor, Tensor) -> Tensor = { mseLoss($0, $1) },
        optimizer: @escaping (_ groups: [ParameterGroup], _ rate: Float) -> any Optimizer = {
            AdamW(groups: $0, learningRate: $1)
        },
        metrics: [Metric<Tensor>] = [], callbacks: [any Callback] = [], using random: inout some RandomNumberGenerator
    ) {
        let plan = TabularPlan(
            levels: data.recipe.categorify.counts, widths: widths, numbers: data.recipe.continuous.count,
            layers: layers, dropout: dropout, embeddingDropout: embeddingDropout, range: range)
        // The net gives [rows, 1]; without the second axis, [rows, 1] and [rows] would be stretched to [rows, rows].
        self.init(
            data, TabularModel(plan, using: &random), data.loaders(batchSize: batchSize, using: &random),
            loss: { loss($0.squeezed(1), $1) }, optimizer: optimizer,
            metrics: metrics.map { metric in
                Metric(metric.name) { metric.value($0.squeezed(1), $1) }
            }, callbacks: callbacks)
    }
}

extension TabularLearner where Target == IntTensor {
    /// A net for a class.
    /// - Parameter widths: of the embeddings; nil for the rule of thumb, ``embeddingWidth(_:)``.
    /// - Precondition: the target has classes.
    public convenience init(
        _ data: TabularData, layers: [Int] = [200, 100], widths: [Int]? = nil, dropout: Float = 0,
        embeddingDropout: Float = 0, batchSize: Int = 64,
        loss: @escaping (Tensor, IntTensor) -> Tensor = { crossEntropy($0, $1) },
        optimizer: @escaping (_ groups: [ParameterGroup], _ rate: Float) -> any Optimizer = {
            AdamW(groups: $0, learningRate: $1)
        },
        metrics: [Metric<IntTensor>] = [.accuracy], callbacks: [any Callback] = [],
        using random: inout some RandomNumberGenerator
    ) {
        let plan = TabularPlan(
            levels: data.recipe.categorify.counts, widths: widths, numbers: data.recipe.continuous.count,
            outputs: data.recipe.targetClasses?.count ?? 0, layers: layers, dropout: dropout,
            embeddingDropout: embeddingDropout)
        self.init(
            data, TabularModel(plan, using: &random), data.classLoaders(batchSize: batchSize, using: &random),
            loss: loss, optimizer: optimizer, metrics: metrics, callbacks: callbacks)
    }
}
