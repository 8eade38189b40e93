// # Pooling twice
//
// Section 15.1 · After this page you can write concat pooling yourself, and say what each of its halves can see.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// What should be kept of a map? Its mean says how much of a feature there is in the whole photo. Its maximum says
// whether it is there at all, somewhere. Most nets keep the mean. The book's library keeps both, one behind the other;
// others have found the same independently. By hand:

/// The largest number of each map, then the mean of each: x [n, c, h, w] → [n, 2c, 1, 1]. (The book's
/// `AdaptiveConcatPool2d`, for one cell.)
public func concatPooled(_ x: Tensor) -> Tensor {
    let maxima = x.max(axes: [2, 3])
    let means = x.mean(axes: 2, 3)
    return Tensor.cat([maxima, means], axis: 1).reshaped(x.shape[0], 2 * x.shape[1], 1, 1)
}

extension Architectures {
    func pooledByHand() {
        let x = Tensor(shape: [1, 2, 2, 3], [9, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1])
        show(x[0], "two maps of 2 × 3 cells")
        show(
            concatPooled(x).flattened(), "their maxima, then their means",
            predict: .numbers(
                "The first map has a 9 and five zeros; the second three ones and three twos. What are the maxima and then the means?",
                [9, 2, 1.5, 1.5], within: .plusMinus(0.01)))

        // The two maps have the same mean: a net that keeps the mean alone cannot tell them apart. One of them has seen
        // something very clearly in one place, the other a little everywhere.
        var random = run.random
        let maps = Tensor.randn(3, 5, 7, 9, using: &random)
        let other = maps
        let (a, b) = (concatPooled(maps), ConcatPool2d()(other))
        let farthest = (a - b).abs().max().item
        show(a.shape == b.shape && farthest < 1e-6, "by hand and by the engine's `ConcatPool2d`: the same")

        // *Adaptive* means that the result's size is chosen, not the window's. For one cell the window is the whole
        // map. For more of them, the windows are as equal as they can be:
        show(ConcatPool2d([2, 3])(maps).shape, "the same maps, pooled to 2 × 3 cells")
    }

    func gradientsOfBothHalves() {
        // Both halves pass gradients back, and differently. The mean gives every cell the same small share. The maximum
        // gives all of it to one cell:
        let cells = Tensor(shape: [1, 1, 2, 3], [9, 0, 0, 0, 0, 0])
        let gradients = (0..<2).map { half -> Tensor in
            let x = cells.requiringGrad()
            concatPooled(x).flattened()[half].backward()
            return x.grad![0, 0]
        }
        show(gradients[0], "gradient of the maximum")
        show(
            gradients[1], "gradient of the mean",
            predict: .number(
                "A map has six cells. What is the gradient of its mean with respect to one of them?", 1.0 / 6,
                within: .plusMinus(0.005)))
    }
}

// Is it true that each half sees what the other misses? Take two tasks that are made for it. In each there are maps of
// noise, and two classes. In `spots`, photos of one class have one bright cell somewhere. In `haze`, all cells of one
// class are a little brighter. The heads are one linear layer each:

/// Maps [n, 1, 7, 7] of two classes that differ by one bright cell, or by a little in every cell.
public func toyMaps(_ count: Int, isHaze: Bool, using random: inout SplitMix64) -> (x: Tensor, y: IntTensor) {
    let labels = (0..<count).map { $0 % 2 }
    var numbers = Tensor.randn(count, 49, using: &random).scalars
    for (item, label) in labels.enumerated() where label == 1 {
        if isHaze {
            for cell in 0..<49 { numbers[49 * item + cell] += 0.3 }
        } else {
            numbers[49 * item + Int.random(in: 0..<49, using: &random)] += 4
        }
    }
    return (Tensor(shape: [count, 1, 7, 7], numbers), IntTensor(labels))
}

extension Architectures {
    func whatEachHalfSees() throws {
        let count = run.size(quick: 60, usual: 1000)
        let ways = ["mean", "maximum", "both"]
        var (table, means) = (TextTable(["task", "mean", "maximum", "both"], decimals: 3), [[Double]]())
        for (task, isHaze) in [("spots: one bright cell", false), ("haze: a little everywhere", true)] {
            let runs = run.overSeedsAtOnce(run.size(quick: 2, usual: 5)) { random -> [Double] in
                let (train, valid) = (
                    toyMaps(count, isHaze: isHaze, using: &random), toyMaps(count, isHaze: isHaze, using: &random)
                )
                let pooled = [train, valid].map { concatPooled($0.x).flattened(from: 1) }
                return [1..<2, 0..<1, 0..<2].map { columns in
                    let net = Sequential(BatchNorm1d(columns.count), Linear(columns.count, 2, using: &random))
                    fit(net, pooled[0][0..., columns], train.y, steps: 100, rate: 0.05)
                    return accuracy(net, pooled[1][0..., columns], valid.y)
                }
            }
            let each = ways.indices.map { way in runs.map { $0[way] } }
            table.add(task, Spread(each[0]), Spread(each[1]), Spread(each[2]))
            means.append(each.map { Spread($0).mean })
            for (way, values) in zip(ways, each) { record("toy-\(isHaze ? "haze" : "spots")/\(way)", over: values) }
        }
        show(
            table, "Accuracy of a linear layer on pooled maps of noise; guessing gives 0.5",
            predict: .choice(
                "One class has a little more in every cell, in the noise. Which pooling alone sees it better?",
                ["mean", "maximum"], answer: means[1][0] > means[1][1] ? "mean" : "maximum"))

        // Whoever keeps both need not know beforehand what the features are like. It costs twice as many weights in the
        // next layer.
    }
}
