// # Tables: from a file to columns
//
// The 11,573 real sales of bulldozers that may be passed on, 35 times below each other: 405,055 rows of 53 columns, 119
// MB. Types are decided by the whole file. It is in the system's memory when it is read.

import Foundation
import Layers
import Tabular
import Tensors
import Training

func ch09Table(_ bench: Bench) throws {
    let lines = try String(contentsOf: bench.folder("bluebook").appending(path: "ValidWithPrice.csv"), encoding: .utf8)
        .split(separator: "\n", maxSplits: 1)
    let file = FileManager.default.temporaryDirectory.appending(path: "groundup-bench-\(getpid()).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data((lines[0] + "\n" + String(repeating: String(lines[1]), count: 35)).utf8).write(to: file)
    try bench.measure("ch09-csv", items: 405_055, "rows", metric: "mean price") { _ in
        var frame = DataFrame()
        return Work {
            frame = try DataFrame(csv: file)
        } judge: {
            frame["SalePrice"].mean
        }
    }
}

// # Tables: a net with embeddings
//
// 81,920 rows with the book's 14 columns of categories and one of numbers, in batches of 1024, one epoch. AdamW, one
// cycle up to 1e-2. Embeddings by the rule of thumb, then 500, 250, and one output between 8 and 12.

func ch09Net(_ bench: Bench) throws {
    let levels = [73, 6, 2, 74, 5281, 3, 177, 5059, 6, 6, 140, 4, 12, 17].map { $0 + 1 }
    let (count, held) = (81_920, 8192)
    try bench.measure("ch09-net", items: count, "rows", metric: "valid MSE") { random in
        let shares = Tensor.rand([count + held, levels.count], low: 0, high: 1, using: &random)
        let categories = IntTensor((shares * Tensor(levels.map(Float.init))).floor())
        let numbers = Tensor.randn(count + held, 1, using: &random)
        let prices =
            10 + (shares[0..., 0] - shares[0..., 4] + shares[0..., 3] * shares[0..., 9])
            + 0.1 * (numbers.squeezed(1) + .randn(count + held, using: &random))
        let (train, valid) = (0..<count, count..<count + held)
        let model = TabularModel(
            TabularPlan(levels: levels, numbers: 1, layers: [500, 250], range: 8...12), using: &random)
        let loader = DataLoader(
            TensorDataset(TabularBatch(categories[train], numbers[train]), prices[train]), batchSize: 1024,
            shuffledUsing: &random)
        return Work {
            var optimizer = OneCycle(model, peak: 1e-2, weightDecay: 0.01, steps: loader.count)
            for (x, y) in loader {
                mseLoss(model(x).squeezed(1), y).backward()
                optimizer.step()
            }
        } judge: {
            let output = model.predictions(TabularBatch(categories[valid], numbers[valid]))
            return Double(mseLoss(output.squeezed(1), prices[valid]).item)
        }
    }
}
