// Rows of a table in batches.

import Tensors
import Training

/// Rows as a net takes them: the numbers of their categories, and plain numbers.
public struct TabularBatch: Rows, Collatable {
    /// [rows, categories]
    public let categories: IntTensor
    /// [rows, columns]
    public let numbers: Tensor

    public init(_ categories: IntTensor, _ numbers: Tensor) { (self.categories, self.numbers) = (categories, numbers) }

    /// Rows, and columns of both kinds.
    public var shape: [Int] { [categories.shape[0], categories.shape[1] + numbers.shape[1]] }

    public func row(_ index: Int) -> TabularBatch {
        TabularBatch(categories[index..<index + 1], numbers[index..<index + 1])
    }

    public func rows(_ places: [Int]) -> TabularBatch {
        TabularBatch(categories.rows(places), numbers.rows(places))
    }

    public static func collate(_ items: [TabularBatch]) -> TabularBatch {
        TabularBatch(.cat(items.map(\.categories)), .cat(items.map(\.numbers)))
    }
}

extension TabularRows {
    /// The rows as a net takes them, all in one.
    public var inputs: TabularBatch { TabularBatch(categories, numbers) }
}

extension TabularData {
    /// Batches for a number that is to be predicted, in a new order in every epoch. (The book's `to.dataloaders`.)
    /// - Precondition: the target is a column of numbers.
    public func loaders(
        batchSize: Int = 64, using random: inout some RandomNumberGenerator
    ) -> DataLoaders<(TabularBatch, Tensor)> {
        require(
            recipe.targetClasses == nil, "loaders of numbers", "“\(recipe.target)” has classes", try: "classLoaders")
        return loaders(batchSize, &random) { Tensor($0.targets.map(Float.init)) }
    }

    /// Batches for a class that is to be predicted, in a new order in every epoch. (The book's `to.dataloaders`.)
    /// - Precondition: the target has classes.
    public func classLoaders(
        batchSize: Int = 64, using random: inout some RandomNumberGenerator
    ) -> DataLoaders<(TabularBatch, IntTensor)> {
        require(recipe.targetClasses != nil, "loaders of classes", "“\(recipe.target)” is a number", try: "loaders")
        return loaders(batchSize, &random) { NDArray($0.targets.map { Int($0) }) }
    }

    private func loaders<Target: Rows & Collatable>(
        _ batchSize: Int, _ random: inout some RandomNumberGenerator, _ targets: (TabularRows) -> Target
    ) -> DataLoaders<(TabularBatch, Target)> where Target.Batch == Target {
        let (train, valid) = (train, valid)
        let size = max(1, min(batchSize, train.count))
        // A batch of a single row has no deviation, which batch norm divides by.
        return DataLoaders(
            DataLoader(
                TensorDataset(train.inputs, targets(train)), batchSize: size, dropsLast: train.count % size == 1,
                shuffledUsing: &random),
            DataLoader(TensorDataset(valid.inputs, targets(valid)), batchSize: 2 * size))
    }
}
