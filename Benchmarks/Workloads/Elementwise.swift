// # Operations that wait for memory
//
// 64 × 64 × 56 × 56 floats, 51 MB. The bytes counted are those of the operands read and of the result written.
// The rows `…-out` of the PyTorch program write to a tensor that exists already; here the pool hands the block of the
// last result out again, which amounts to the same, so these rows repeat the ones before them, or change a tensor in
// place where there is an operator for it.

import Kernels
import Layers
import Tensors
import Training

func elementwise(_ bench: Bench) throws {
    var random = SplitMix64(seed: bench.seed)
    bench.measureImages(using: &random)
    bench.measureRows(using: &random)
    bench.measureLookups(using: &random)
    bench.measureAdam(using: &random)
}

extension Bench {
    fileprivate func measureImages(using random: inout SplitMix64) {
        let shape = [64, 64, 56, 56]
        let (x, y) = (Tensor.randn(shape, using: &random), Tensor.randn(shape, using: &random))
        let bias = Tensor.randn(64, 1, 1, using: &random)
        var sum = x + 0
        func measure(_ name: String, arrays: Int, _ call: () -> Void) {
            measureCall("elementwise/" + name, .bytes(arrays * 4 * x.count), call: call)
        }
        measure("add", arrays: 3) { _ = x + y }
        measure("add-out", arrays: 3) { sum += y }
        measure("add-bias", arrays: 2) { _ = x + bias }
        measure("add-bias-out", arrays: 2) { sum += bias }
        measure("relu", arrays: 2) { _ = x.relu() }
        measure("relu-out", arrays: 2) { _ = x.relu() }
        measure("sum-0-2-3", arrays: 1) { _ = x.sum(axes: 0, 2, 3) }
        measure("var-mean-0-2-3", arrays: 1) { _ = (x.variance(axes: [0, 2, 3]), x.mean(axes: 0, 2, 3)) }
        for suffix in ["", "-out"] {
            measure("exp" + suffix, arrays: 2) { _ = x.exp() }
            measure("tanh" + suffix, arrays: 2) { _ = x.tanh() }
            measure("sigmoid" + suffix, arrays: 2) { _ = x.sigmoid() }
        }
    }

    /// Over the rows of 4096 × 1000 numbers.
    fileprivate func measureRows(using random: inout SplitMix64) {
        let rows = Tensor.randn(4096, 1000, using: &random)
        measureCall("elementwise/softmax-rows", .bytes(2 * 4 * rows.count)) { _ = rows.softmax() }
        let (gamma, beta) = (Tensor.ones(1000), Tensor.zeros(1000))
        measureCall("elementwise/layernorm-rows", .bytes(2 * 4 * rows.count)) { _ = rows.layerNorm(gamma, beta) }
    }

    /// 100,000 look-ups of 50 numbers in a table of 10,000 rows; with the gradient of the table, and without.
    fileprivate func measureLookups(using random: inout SplitMix64) {
        let table = Tensor.randn(10_000, 50, using: &random)
        let (learned, dy) = (table.requiringGrad(), Tensor.randn(100_000, 50, using: &random))
        let numbers = IntTensor((0..<100_000).map { _ in Int.random(in: 0..<10_000, using: &random) })
        measureCall("elementwise/embedding-both", .bytes(4 * 4 * dy.count), items: 100_000, "look-ups") {
            learned.embedded(numbers).backward(gradient: dy)
            learned.grad = nil
        }
        measureCall("elementwise/gather-rows", .bytes(2 * 4 * 50 * 100_000), items: 100_000, "look-ups") {
            _ = table.entries(numbers, axis: 0)
        }
    }

    /// A step for eleven tensors of a million numbers each: seven times eleven million floats are read or written.
    fileprivate func measureAdam(using random: inout SplitMix64) {
        guard wants("elementwise/adam-11M") else { return }
        let parameters = (0..<11).map { _ in Parameter(.randn(1_000_000, using: &random)) }
        for parameter in parameters { parameter.grad = .randn(1_000_000, using: &random) }
        let optimizer = AdamW(parameters, learningRate: 1e-3)
        measureCall("elementwise/adam-11M", .bytes(7 * 4 * 11_000_000), items: 11_000_000, "parameters") {
            optimizer.step()
        }
    }
}
